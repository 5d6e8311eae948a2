CREATE TABLE "event_inbox" (
	"event_id" text PRIMARY KEY NOT NULL,
	"event_type" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"via" text NOT NULL,
	"event" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"error_code" text,
	"error_log_id" text
);
--> statement-breakpoint
CREATE TABLE "application_history" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"job_id" text NOT NULL,
	"stage_id" text,
	"outcome" text NOT NULL,
	"exact" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_calls" (
	"month" text NOT NULL,
	"endpoint" text NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "api_calls_month_endpoint_pk" PRIMARY KEY("month","endpoint")
);
--> statement-breakpoint
CREATE TABLE "talent_groups" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mirror_state" ADD COLUMN "paused_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mirror_state" ADD COLUMN "paused_by" text;--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "tag_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "pool_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "folder_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "blocked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "full_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "event_inbox_due" ON "event_inbox" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "event_inbox_received" ON "event_inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "application_history_application" ON "application_history" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "application_history_job" ON "application_history" USING btree ("job_id","at");--> statement-breakpoint
CREATE INDEX "talents_attachments" ON "talents" USING gin ("attachment_ids" jsonb_path_ops);