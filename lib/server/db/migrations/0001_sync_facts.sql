ALTER TABLE "mirror_state" ADD COLUMN "sandbox" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "created_at" timestamp (3) with time zone;