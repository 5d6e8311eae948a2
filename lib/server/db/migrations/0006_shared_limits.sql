CREATE TABLE "call_limits" (
	"api" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL,
	"paused_until" double precision DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instances" (
	"id" text PRIMARY KEY NOT NULL,
	"mode" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
