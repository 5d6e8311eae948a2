CREATE TABLE "admin_roles" (
	"role_id" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"mapped_at" timestamp (3) with time zone NOT NULL,
	"mapped_by" text NOT NULL
);
