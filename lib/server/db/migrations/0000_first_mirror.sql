CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "applications" (
	"id" text PRIMARY KEY NOT NULL,
	"job_id" text NOT NULL,
	"stage_id" text,
	"active" boolean NOT NULL,
	"lock_status" smallint,
	"body_at" timestamp (3) with time zone,
	"talent_id" text,
	"source_id" text,
	"delivery_type" smallint,
	"created_at" timestamp (3) with time zone,
	"modified_at" timestamp (3) with time zone,
	"termination_type" smallint,
	"termination_reason_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"termination_note" text DEFAULT '' NOT NULL,
	"attachment_id" text,
	"creator_id" text,
	"hash" text,
	"step" smallint DEFAULT 1 NOT NULL,
	"furthest_step" smallint DEFAULT 1 NOT NULL,
	"outcome" text NOT NULL,
	"stage_entered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_precision" text,
	"hired_at" timestamp (3) with time zone,
	"turn_party" text,
	"turn_open_id" text,
	"turn_since" timestamp (3) with time zone,
	"next_event_kind" text,
	"next_event_at" timestamp (3) with time zone,
	"next_event_people" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"detail_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stage_visits" (
	"application_id" text NOT NULL,
	"seq" smallint NOT NULL,
	"stage_id" text NOT NULL,
	"step" smallint NOT NULL,
	"entered_at" timestamp (3) with time zone,
	"exited_at" timestamp (3) with time zone,
	"accidental" boolean DEFAULT false NOT NULL,
	CONSTRAINT "stage_visits_application_id_seq_pk" PRIMARY KEY("application_id","seq")
);
--> statement-breakpoint
CREATE TABLE "job_members" (
	"job_id" text NOT NULL,
	"open_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "job_members_job_id_open_id_role_pk" PRIMARY KEY("job_id","open_id","role")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"requirement" text DEFAULT '' NOT NULL,
	"department_id" text,
	"cities" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"process_id" text,
	"process_type" smallint DEFAULT 1 NOT NULL,
	"recruitment_type_zh" text,
	"recruitment_type_en" text,
	"category_zh" text,
	"category_en" text,
	"min_level" text,
	"max_level" text,
	"min_salary" integer,
	"max_salary" integer,
	"head_count" integer,
	"open" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"recruiter_id" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_open_id" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"ip" text
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"change" text NOT NULL,
	"actor_open_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"fence" bigint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mirror_state" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"app_id" text NOT NULL,
	"tenant_key" text NOT NULL,
	"complete_at" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"failing_code" text,
	"restarted_because" text
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"kind" text NOT NULL,
	"id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"open_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sync_checkpoints" (
	"kind" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"cursor" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"watermark" timestamp (3) with time zone,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"summary" jsonb,
	"last_success_at" timestamp (3) with time zone,
	"last_error_code" text,
	"last_error_log_id" text,
	"last_error_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_requests" (
	"request_id" text PRIMARY KEY NOT NULL,
	"actor_open_id" text NOT NULL,
	"action" text NOT NULL,
	"entity_id" text NOT NULL,
	"body_hash" text NOT NULL,
	"state" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"open_id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"avatar_url" text,
	"department_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"active" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"type" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resume_sources" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"type" integer NOT NULL,
	"active" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"process_id" text NOT NULL,
	"id" text NOT NULL,
	"ordinal" smallint NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"type" smallint NOT NULL,
	"step" smallint NOT NULL,
	CONSTRAINT "stages_process_id_id_pk" PRIMARY KEY("process_id","id")
);
--> statement-breakpoint
CREATE TABLE "termination_reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"type" smallint NOT NULL,
	"active" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user_roles" (
	"open_id" text NOT NULL,
	"role_id" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"modified_at" timestamp (3) with time zone,
	CONSTRAINT "user_roles_open_id_role_id_pk" PRIMARY KEY("open_id","role_id")
);
--> statement-breakpoint
CREATE TABLE "employees" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"onboard_status" smallint NOT NULL,
	"onboard_at" timestamp (3) with time zone,
	"expected_conversion_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"stage_id" text,
	"evaluator_id" text NOT NULL,
	"submitted" boolean NOT NULL,
	"conclusion" smallint,
	"content" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "interview_records" (
	"id" text PRIMARY KEY NOT NULL,
	"interview_id" text NOT NULL,
	"application_id" text NOT NULL,
	"interviewer_id" text NOT NULL,
	"submitted" boolean NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"conclusion" smallint,
	"content" text DEFAULT '' NOT NULL,
	"score" real,
	"score_of" real,
	"dimensions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"detail_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"stage_id" text,
	"round" smallint NOT NULL,
	"begin_at" timestamp (3) with time zone NOT NULL,
	"end_at" timestamp (3) with time zone NOT NULL,
	"kind" smallint,
	"cancelled" boolean NOT NULL,
	"creator_id" text,
	"modified_at" timestamp (3) with time zone,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"status" smallint NOT NULL,
	"owner_id" text,
	"created_at" timestamp (3) with time zone,
	"sent_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"expires_at" timestamp (3) with time zone,
	"onboard_date" text,
	"currency" text,
	"salary_sealed" text,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tests" (
	"id" text PRIMARY KEY NOT NULL,
	"application_id" text NOT NULL,
	"paper" text NOT NULL,
	"reply_status" smallint,
	"test_status" smallint,
	"start_at" timestamp (3) with time zone,
	"end_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"score" text,
	"created_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"talent_id" text NOT NULL,
	"application_id" text,
	"creator_id" text,
	"content" text NOT NULL,
	"is_private" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"modified_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talents" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_pinyin" text DEFAULT '' NOT NULL,
	"phone_sealed" text,
	"email_sealed" text,
	"phone_masked" text,
	"email_masked" text,
	"phone_hash" text,
	"phone_tail_hash" text,
	"email_hash" text,
	"gender" smallint,
	"age" smallint,
	"experience_years" smallint,
	"top_degree" smallint,
	"city_zh" text,
	"city_en" text,
	"company" text,
	"title" text,
	"school" text,
	"educations" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"careers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"projects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"attachment_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"in_agency_period" boolean DEFAULT false NOT NULL,
	"onboarded" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone,
	"hash" text NOT NULL,
	"notes_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "applications_board" ON "applications" USING btree ("job_id","outcome","stage_id","stage_entered_at","id");--> statement-breakpoint
CREATE INDEX "applications_step" ON "applications" USING btree ("outcome","step","stage_entered_at","id");--> statement-breakpoint
CREATE INDEX "applications_created" ON "applications" USING btree ("outcome","created_at","id");--> statement-breakpoint
CREATE INDEX "applications_all_created" ON "applications" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "applications_talent" ON "applications" USING btree ("talent_id");--> statement-breakpoint
CREATE INDEX "applications_turn" ON "applications" USING btree ("turn_open_id","turn_party") WHERE outcome = 'active';--> statement-breakpoint
CREATE INDEX "applications_unread" ON "applications" USING btree ("active","id") WHERE body_at is null;--> statement-breakpoint
CREATE INDEX "stage_visits_step" ON "stage_visits" USING btree ("step");--> statement-breakpoint
CREATE INDEX "job_members_person" ON "job_members" USING btree ("open_id","role");--> statement-breakpoint
CREATE INDEX "jobs_department" ON "jobs" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "audit_log_entity" ON "audit_log" USING btree ("entity","entity_id","at");--> statement-breakpoint
CREATE INDEX "changes_entity" ON "changes" USING btree ("entity","entity_id","seq");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("open_id");--> statement-breakpoint
CREATE INDEX "stages_id" ON "stages" USING btree ("id");--> statement-breakpoint
CREATE INDEX "employees_application" ON "employees" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "evaluations_application" ON "evaluations" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "evaluations_evaluator" ON "evaluations" USING btree ("evaluator_id","application_id");--> statement-breakpoint
CREATE INDEX "interview_records_interview" ON "interview_records" USING btree ("interview_id");--> statement-breakpoint
CREATE INDEX "interview_records_application" ON "interview_records" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "interview_records_interviewer" ON "interview_records" USING btree ("interviewer_id","application_id");--> statement-breakpoint
CREATE INDEX "interviews_application" ON "interviews" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "interviews_begin" ON "interviews" USING btree ("begin_at");--> statement-breakpoint
CREATE INDEX "offers_application" ON "offers" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "offers_status" ON "offers" USING btree ("status","expires_at");--> statement-breakpoint
CREATE INDEX "tests_application" ON "tests" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "notes_talent" ON "notes" USING btree ("talent_id","created_at");--> statement-breakpoint
CREATE INDEX "talents_updated" ON "talents" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "talents_phone" ON "talents" USING btree ("phone_hash");--> statement-breakpoint
CREATE INDEX "talents_phone_tail" ON "talents" USING btree ("phone_tail_hash");--> statement-breakpoint
CREATE INDEX "talents_email" ON "talents" USING btree ("email_hash");--> statement-breakpoint
CREATE INDEX "talents_search" ON "talents" USING gin ("search_text" gin_trgm_ops);