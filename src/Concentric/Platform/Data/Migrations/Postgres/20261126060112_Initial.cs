using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Concentric.Platform.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "platform_committees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    english_name = table.Column<string>(type: "text", nullable: false),
                    document_code = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    term = table.Column<int>(type: "integer", nullable: false),
                    term_from = table.Column<int>(type: "integer", nullable: false),
                    term_to = table.Column<int>(type: "integer", nullable: false),
                    contact_email = table.Column<string>(type: "text", nullable: true),
                    contact_phone = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    brand_consultation = table.Column<string>(type: "text", nullable: false),
                    brand_motto = table.Column<string>(type: "text", nullable: false),
                    brand_party_building = table.Column<string>(type: "text", nullable: false),
                    brand_reading = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_committees", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "platform_protection_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_protection_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_duty_imports",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    default_office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    leave_out_known = table.Column<bool>(type: "boolean", nullable: false),
                    records = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading_line = table.Column<int>(type: "integer", nullable: false),
                    meanings = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false),
                    failure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_duty_imports", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_duty_imports_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_quarter_notices",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_quarter_notices", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_quarter_notices_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_sheet_editions",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sheet_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year_in_force = table.Column<int>(type: "integer", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    superseded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    superseded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_sheet_editions", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_sheet_editions_appraisal_sheet_editions_committee",
                        columns: x => new { x.committee_id, x.superseded_by_id },
                        principalTable: "appraisal_sheet_editions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_sheet_editions_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_deployment_imports",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    default_office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    default_from = table.Column<DateOnly>(type: "date", nullable: true),
                    default_basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    deployments = table.Column<int>(type: "integer", nullable: false),
                    places_reached = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    elsewhere = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading_line = table.Column<int>(type: "integer", nullable: false),
                    meanings = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false),
                    failure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_deployment_imports", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_deployment_imports_platform_committees_committ",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_handling_units",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tasks = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_handling_units", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_handling_units_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_drafts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    answers_sealed = table.Column<string>(type: "text", nullable: true),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_drafts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_drafts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_imports",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    leave_out_known = table.Column<bool>(type: "boolean", nullable: false),
                    matters = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    titles_made = table.Column<int>(type: "integer", nullable: false),
                    first_titles = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    started_by = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading_line = table.Column<int>(type: "integer", nullable: false),
                    meanings = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_imports", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_imports_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_receipts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_sealed = table.Column<string>(type: "text", nullable: false),
                    email_sealed = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_receipts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_receipts_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_open311_keys",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    beginning = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    blocked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    blocked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    blocked_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_open311_keys", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_open311_keys_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_questions",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    introduction = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: true),
                    takes_statements = table.Column<bool>(type: "boolean", nullable: false),
                    moderator_id = table.Column<Guid>(type: "uuid", nullable: true),
                    moderator_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    subject_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_questions", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_questions_platform_committees_committe",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_place_imports",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    founded = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading_line = table.Column<int>(type: "integer", nullable: false),
                    meanings = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false),
                    failure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_place_imports", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_place_imports_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_place_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_place_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_place_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_places",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name_key = table.Column<string>(type: "character varying(264)", maxLength: 264, nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lineage = table.Column<string>(type: "character varying(164)", maxLength: 164, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    latitude = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    longitude = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_places", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_places_consultation_places_committee_id_parent",
                        columns: x => new { x.committee_id, x.parent_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_places_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_submitter_news",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_submitter_news", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_submitter_news_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_accounts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    template_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    template_version = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    frozen_at_index = table.Column<long>(type: "bigint", nullable: true),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    frozen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    document_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures_accounts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_figures_accounts_figures_accounts_committee_id_corrects_id",
                        columns: x => new { x.committee_id, x.corrects_id },
                        principalTable: "figures_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_figures_accounts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_open_years",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures_open_years", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_figures_open_years_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_meetings",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organiser = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    local_unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    presided_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    notice = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    sign_up_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    audience_number = table.Column<int>(type: "integer", nullable: true),
                    audience_kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    calendar_sequence = table.Column<int>(type: "integer", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    minutes_signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minutes_signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes_signed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    number_year = table.Column<int>(type: "integer", nullable: true),
                    has_seminar = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_meetings", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_meetings_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_contact_keys",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_contact_keys", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_contact_keys_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_import_runs",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    default_level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    default_term = table.Column<int>(type: "integer", nullable: false),
                    default_start = table.Column<DateOnly>(type: "date", nullable: false),
                    leave_out_known = table.Column<bool>(type: "boolean", nullable: false),
                    new_people = table.Column<int>(type: "integer", nullable: false),
                    new_seats = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    started_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    heading_line = table.Column<int>(type: "integer", nullable: false),
                    meanings = table.Column<string>(type: "text", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    problems = table.Column<string>(type: "text", nullable: false),
                    failure = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_import_runs", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_import_runs_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_people",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    initials = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    pinyin = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sex = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    born_in = table.Column<DateOnly>(type: "date", nullable: true),
                    party = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ethnicity = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    education = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    post = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    resident_place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    phone_sealed = table.Column<string>(type: "text", nullable: true),
                    email_sealed = table.Column<string>(type: "text", nullable: true),
                    address_sealed = table.Column<string>(type: "text", nullable: true),
                    phone_trace = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_people", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_people_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_accounts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    normalized_user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    disabled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    disabled_because = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_accounts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_accounts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_audit_entries",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    act = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    changes = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_audit_entries", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_audit_entries_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_facts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    category = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attributes = table.Column<string>(type: "text", nullable: false),
                    source_type = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retracts_id = table.Column<Guid>(type: "uuid", nullable: true),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    leaf_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_facts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_facts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_files",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    content_type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stored_by = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_files", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_files_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_import_files",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_import_files", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_import_files_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_ledger_heads",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_ledger_heads", x => x.committee_id);
                    table.ForeignKey(
                        name: "fk_platform_ledger_heads_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "platform_saved_views",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_saved_views", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_saved_views_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_search_texts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    title_terms = table.Column<string>(type: "text", nullable: false),
                    text_terms = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_search_texts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_search_texts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_sent_forms",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    flash = table.Column<string>(type: "text", nullable: true),
                    flash_tone = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_sent_forms", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_sent_forms_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_columns",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    title_en = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    hidden = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_columns", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_columns_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_columns_portal_columns_committee_id_parent_id",
                        columns: x => new { x.committee_id, x.parent_id },
                        principalTable: "portal_columns",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_duties",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    contact = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    thing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    correction_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    is_revocation = table.Column<bool>(type: "boolean", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: true),
                    registered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    registered_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    handed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_duties", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_duties_appraisal_duties_committee_id_corrects_id",
                        columns: x => new { x.committee_id, x.corrects_id },
                        principalTable: "appraisal_duties",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_duties_appraisal_duty_imports_committee_id_import",
                        columns: x => new { x.committee_id, x.import_id },
                        principalTable: "appraisal_duty_imports",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_duties_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_cycles",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sheet_edition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rechecked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ledger_size = table.Column<long>(type: "bigint", nullable: true),
                    publicised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    public_until = table.Column<DateOnly>(type: "date", nullable: true),
                    objections_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_before = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_after = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_cycles", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_cycles_appraisal_sheet_editions_committee_id_shee",
                        columns: x => new { x.committee_id, x.sheet_edition_id },
                        principalTable: "appraisal_sheet_editions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_cycles_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_unit_contacts",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    phone_sealed = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_unit_contacts", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_unit_contacts_consultation_handling_units_comm",
                        columns: x => new { x.committee_id, x.unit_id },
                        principalTable: "consultation_handling_units",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_unit_contacts_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_results",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voters = table.Column<int>(type: "integer", nullable: false),
                    votes = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<long>(type: "bigint", nullable: false),
                    as_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    computed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    picture = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_results", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_results_consultation_opinion_questions",
                        columns: x => new { x.committee_id, x.question_id },
                        principalTable: "consultation_opinion_questions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_results_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_voters",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    came_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_voters", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_voters_consultation_opinion_questions_",
                        columns: x => new { x.committee_id, x.question_id },
                        principalTable: "consultation_opinion_questions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_voters_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_contact_points",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    meets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    public_phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_contact_points", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_contact_points_consultation_places_committee_i",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_contact_points_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_councils",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    vote = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    speaking_minutes = table.Column<int>(type: "integer", nullable: true),
                    least_concerned = table.Column<int>(type: "integer", nullable: false),
                    most_reworks = table.Column<int>(type: "integer", nullable: false),
                    term = table.Column<int>(type: "integer", nullable: false),
                    term_from = table.Column<DateOnly>(type: "date", nullable: false),
                    term_until = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_councils", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_councils_consultation_places_committee_id_plac",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_councils_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matters",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    satisfaction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reworks = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    proof = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    closings = table.Column<int>(type: "integer", nullable: false),
                    revisited_on = table.Column<DateOnly>(type: "date", nullable: true),
                    held = table.Column<bool>(type: "boolean", nullable: true),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    planned_for = table.Column<DateOnly>(type: "date", nullable: true),
                    announcement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    conclusion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    submitted_to = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    locality = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    latitude = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    longitude = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    submitting_membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    collected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    collected_on = table.Column<DateOnly>(type: "date", nullable: false),
                    tracking_digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ledger_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    number_year = table.Column<int>(type: "integer", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    reply_class = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reply_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    transferred_to = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    rejected_for = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    repeats_id = table.Column<Guid>(type: "uuid", nullable: true),
                    public_title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    public_text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    public_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_before = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_after = table.Column<DateOnly>(type: "date", nullable: true),
                    escalated_after = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matters", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matters_consultation_matters_committee_id_merg",
                        columns: x => new { x.committee_id, x.merged_into_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_matters_consultation_matters_committee_id_repe",
                        columns: x => new { x.committee_id, x.repeats_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_matters_consultation_places_committee_id_place",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_matters_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_rooms",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    meets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    public_phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_rooms", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_rooms_consultation_places_committee_id_place_id",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_rooms_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_studios",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    meets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    public_phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_studios", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_studios_consultation_places_committee_id_place",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_studios_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_workstations",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    meets = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    public_phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_workstations", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_workstations_consultation_places_committee_id_",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_workstations_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures_frozen_figures",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    figure_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    definition = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures_frozen_figures", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_figures_frozen_figures_figures_accounts_committee_id_accoun",
                        columns: x => new { x.committee_id, x.account_id },
                        principalTable: "figures_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_figures_frozen_figures_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_agenda_items",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    reporter = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    document_title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    document_source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    topic_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_agenda_items", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_agenda_items_meetings_meetings_committee_id_meetin",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_agenda_items_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_attendances",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_to_answer_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_of_start_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    sector = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    made_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_up_how = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    made_up_confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    taken_by = table.Column<Guid>(type: "uuid", nullable: true),
                    arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    late_check_in_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    confirmed_revision = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_attendances", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_attendances_meetings_meetings_committee_id_meeting",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_attendances_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_confirmations",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    count_absent = table.Column<int>(type: "integer", nullable: false),
                    count_excused = table.Column<int>(type: "integer", nullable: false),
                    count_expected = table.Column<int>(type: "integer", nullable: false),
                    count_expected_present = table.Column<int>(type: "integer", nullable: false),
                    count_late = table.Column<int>(type: "integer", nullable: false),
                    count_left_early = table.Column<int>(type: "integer", nullable: false),
                    count_not_taken = table.Column<int>(type: "integer", nullable: false),
                    count_present = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_confirmations", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_confirmations_meetings_meetings_committee_id_meeti",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_confirmations_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_measures",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    assigned_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_measures", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_measures_meetings_meetings_committee_id_meeting_id",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_measures_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_speakers",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_speakers", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_speakers_meetings_meetings_committee_id_meeting_id",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_speakers_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_steps_meetings_meetings_committee_id_meeting_id",
                        columns: x => new { x.committee_id, x.meeting_id },
                        principalTable: "meetings_meetings",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_correction_requests",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_correction_requests", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_correction_requests_members_people_committee_id_per",
                        columns: x => new { x.committee_id, x.person_id },
                        principalTable: "members_people",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_members_correction_requests_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_field_looks",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    viewer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fields = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_field_looks", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_field_looks_members_people_committee_id_person_id",
                        columns: x => new { x.committee_id, x.person_id },
                        principalTable: "members_people",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_members_field_looks_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_memberships",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    term = table.Column<int>(type: "integer", nullable: false),
                    sector = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_memberships", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_memberships_members_people_committee_id_person_id",
                        columns: x => new { x.committee_id, x.person_id },
                        principalTable: "members_people",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_members_memberships_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_calendar_feeds",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_calendar_feeds", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_calendar_feeds_platform_accounts_committee_id_acco",
                        columns: x => new { x.committee_id, x.account_id },
                        principalTable: "platform_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_calendar_feeds_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_account_roles",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    scope = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_account_roles", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_account_roles_platform_accounts_committee_id_accou",
                        columns: x => new { x.committee_id, x.account_id },
                        principalTable: "platform_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_account_roles_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_invitations",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waits_for_mail = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_invitations", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_invitations_platform_accounts_committee_id_account",
                        columns: x => new { x.committee_id, x.account_id },
                        principalTable: "platform_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_invitations_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_messages",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    mailed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_messages", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_platform_messages_platform_accounts_committee_id_account_id",
                        columns: x => new { x.committee_id, x.account_id },
                        principalTable: "platform_accounts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_platform_messages_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_objections",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    what = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ledger_size = table.Column<long>(type: "bigint", nullable: false),
                    answer_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    appeal_until = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    correcting_fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reminded_before = table.Column<DateOnly>(type: "date", nullable: true),
                    reminded_after = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_objections", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_objections_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_objections_platform_facts_committee_id_fact_id",
                        columns: x => new { x.committee_id, x.fact_id },
                        principalTable: "platform_facts",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_articles",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    column_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    subtitle = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    source = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    author = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    collector = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    editor = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_text = table.Column<string>(type: "text", nullable: false),
                    cover_file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    revision_number = table.Column<int>(type: "integer", nullable: false),
                    publish_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    last_return_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_articles", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_articles_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_articles_portal_columns_committee_id_column_id",
                        columns: x => new { x.committee_id, x.column_id },
                        principalTable: "portal_columns",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_duty_members",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_duty_members", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_duty_members_appraisal_duties_committee_id_record",
                        columns: x => new { x.committee_id, x.record_id },
                        principalTable: "appraisal_duties",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_duty_members_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_duty_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_duty_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_duty_steps_appraisal_duties_committee_id_record_id",
                        columns: x => new { x.committee_id, x.record_id },
                        principalTable: "appraisal_duties",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_duty_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_cycle_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_cycle_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_cycle_steps_appraisal_cycles_committee_id_cycle_id",
                        columns: x => new { x.committee_id, x.cycle_id },
                        principalTable: "appraisal_cycles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_cycle_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_decisions",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    matter = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    veto_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    applies = table.Column<bool>(type: "boolean", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    meeting = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_decisions", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_decisions_appraisal_cycles_committee_id_cycle_id",
                        columns: x => new { x.committee_id, x.cycle_id },
                        principalTable: "appraisal_cycles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_decisions_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_results",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    @base = table.Column<long>(name: "base", type: "bigint", nullable: false),
                    bonus = table.Column<long>(type: "bigint", nullable: false),
                    deductions = table.Column<long>(type: "bigint", nullable: false),
                    grade_before_quota = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    grade = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ungraded = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ledger_size = table.Column<long>(type: "bigint", nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    merits = table.Column<string>(type: "text", nullable: false),
                    veto_counts = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_results", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_results_appraisal_cycles_committee_id_cycle_id",
                        columns: x => new { x.committee_id, x.cycle_id },
                        principalTable: "appraisal_cycles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appraisal_results_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_self_checks",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_self_checks", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_self_checks_appraisal_cycles_committee_id_cycle_id",
                        columns: x => new { x.committee_id, x.cycle_id },
                        principalTable: "appraisal_cycles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_self_checks_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_statements",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_statements", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_statements_consultation_opinion_questi",
                        columns: x => new { x.committee_id, x.question_id },
                        principalTable: "consultation_opinion_questions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_statements_consultation_opinion_voters",
                        columns: x => new { x.committee_id, x.voter_id },
                        principalTable: "consultation_opinion_voters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_statements_platform_committees_committ",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_council_seats",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    council_id = table.Column<Guid>(type: "uuid", nullable: false),
                    term = table.Column<int>(type: "integer", nullable: false),
                    seat_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    post = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    left_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_council_seats", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_council_seats_consultation_councils_committee_",
                        columns: x => new { x.committee_id, x.council_id },
                        principalTable: "consultation_councils",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_council_seats_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_assignments",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handling_unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    return_reason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    asks_until = table.Column<DateOnly>(type: "date", nullable: true),
                    extensions = table.Column<int>(type: "integer", nullable: false),
                    replied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reply_class = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reply_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_assignments", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_assignments_consultation_handling_units",
                        columns: x => new { x.committee_id, x.handling_unit_id },
                        principalTable: "consultation_handling_units",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_matter_assignments_consultation_matters_commit",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_matter_assignments_platform_committees_committ",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_feedback",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    giver = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    mark = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_feedback", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_feedback_consultation_matters_committee",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_matter_feedback_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_notes",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_notes", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_notes_consultation_matters_committee_id",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_matter_notes_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_matter_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_matter_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_matter_steps_consultation_matters_committee_id",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_matter_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_open311_filings",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_open311_filings", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_open311_filings_consultation_matters_committee",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_open311_filings_consultation_open311_keys_comm",
                        columns: x => new { x.committee_id, x.key_id },
                        principalTable: "consultation_open311_keys",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_open311_filings_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_submitter_looks",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    viewer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_submitter_looks", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_submitter_looks_consultation_matters_committee",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_submitter_looks_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_submitters",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name_sealed = table.Column<string>(type: "text", nullable: true),
                    phone_sealed = table.Column<string>(type: "text", nullable: true),
                    email_sealed = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_submitters", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_submitters_consultation_matters_committee_id_m",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_submitters_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_sessions",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    room_id = table.Column<Guid>(type: "uuid", nullable: true),
                    council_id = table.Column<Guid>(type: "uuid", nullable: true),
                    locality = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    organiser = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organiser_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    members_part = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    members_part_words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    convener_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    planned_for = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_afterwards = table.Column<bool>(type: "boolean", nullable: false),
                    announcement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moved_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    vote = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    speaking_minutes = table.Column<int>(type: "integer", nullable: true),
                    least_concerned = table.Column<int>(type: "integer", nullable: false),
                    screen_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    confirmed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrected_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    withdrawn_because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_sessions", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_sessions_consultation_councils_committee_id_co",
                        columns: x => new { x.committee_id, x.council_id },
                        principalTable: "consultation_councils",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_sessions_consultation_places_committee_id_plac",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_sessions_consultation_rooms_committee_id_room_",
                        columns: x => new { x.committee_id, x.room_id },
                        principalTable: "consultation_rooms",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_sessions_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_deployments",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    place_id = table.Column<Guid>(type: "uuid", nullable: false),
                    workstation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ended_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    office = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_deployments", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_deployments_consultation_places_committee_id_p",
                        columns: x => new { x.committee_id, x.place_id },
                        principalTable: "consultation_places",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_deployments_consultation_workstations_committe",
                        columns: x => new { x.committee_id, x.workstation_id },
                        principalTable: "consultation_workstations",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_deployments_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_attendance_changes",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attendance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_attendance_changes", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_attendance_changes_meetings_attendances_committee_",
                        columns: x => new { x.committee_id, x.attendance_id },
                        principalTable: "meetings_attendances",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_attendance_changes_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_leave_requests",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    attendance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_by_organiser = table.Column<bool>(type: "boolean", nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_leave_requests", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_meetings_leave_requests_meetings_attendances_committee_id_a",
                        columns: x => new { x.committee_id, x.attendance_id },
                        principalTable: "meetings_attendances",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_meetings_leave_requests_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members_earlier_duties",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members_earlier_duties", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_earlier_duties_members_memberships_committee_id_mem",
                        columns: x => new { x.committee_id, x.membership_id },
                        principalTable: "members_memberships",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_members_earlier_duties_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_objection_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    objection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_objection_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_objection_steps_appraisal_objections_committee_id",
                        columns: x => new { x.committee_id, x.objection_id },
                        principalTable: "appraisal_objections",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_objection_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_attachments",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_attachments", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_article_attachments_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_attachments_portal_articles_committee_id_art",
                        columns: x => new { x.committee_id, x.article_id },
                        principalTable: "portal_articles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_corrections",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    contact = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_corrections", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_article_corrections_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_corrections_portal_articles_committee_id_art",
                        columns: x => new { x.committee_id, x.article_id },
                        principalTable: "portal_articles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_revisions",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    body_html = table.Column<string>(type: "text", nullable: false),
                    body_text = table.Column<string>(type: "text", nullable: false),
                    saved_by = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_revisions", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_article_revisions_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_revisions_portal_articles_committee_id_artic",
                        columns: x => new { x.committee_id, x.article_id },
                        principalTable: "portal_articles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision_number = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_article_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_steps_portal_articles_committee_id_article_id",
                        columns: x => new { x.committee_id, x.article_id },
                        principalTable: "portal_articles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "portal_article_views",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_portal_article_views", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_portal_article_views_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_portal_article_views_portal_articles_committee_id_article_id",
                        columns: x => new { x.committee_id, x.article_id },
                        principalTable: "portal_articles",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_quota_choices",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    grade = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_quota_choices", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_quota_choices_appraisal_decisions_committee_id_de",
                        columns: x => new { x.committee_id, x.decision_id },
                        principalTable: "appraisal_decisions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_quota_choices_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal_result_corrections",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    result_id = table.Column<Guid>(type: "uuid", nullable: false),
                    total_before = table.Column<long>(type: "bigint", nullable: false),
                    total_after = table.Column<long>(type: "bigint", nullable: false),
                    grade_before = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    grade_after = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal_result_corrections", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_appraisal_result_corrections_appraisal_results_committee_id",
                        columns: x => new { x.committee_id, x.result_id },
                        principalTable: "appraisal_results",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_appraisal_result_corrections_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_flags",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_flags", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_flags_consultation_opinion_statements_",
                        columns: x => new { x.committee_id, x.statement_id },
                        principalTable: "consultation_opinion_statements",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_flags_consultation_opinion_voters_comm",
                        columns: x => new { x.committee_id, x.voter_id },
                        principalTable: "consultation_opinion_voters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_flags_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_opinion_votes",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cast_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_opinion_votes", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_opinion_votes_consultation_opinion_statements_",
                        columns: x => new { x.committee_id, x.statement_id },
                        principalTable: "consultation_opinion_statements",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_votes_consultation_opinion_voters_comm",
                        columns: x => new { x.committee_id, x.voter_id },
                        principalTable: "consultation_opinion_voters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_opinion_votes_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_matters",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    conclusion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    votes_for = table.Column<int>(type: "integer", nullable: true),
                    votes_against = table.Column<int>(type: "integer", nullable: true),
                    votes_abstained = table.Column<int>(type: "integer", nullable: true),
                    read_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    adjourned_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    confirmed_conclusion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    confirmed_revision = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_matters", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_matters_consultation_matters_committee",
                        columns: x => new { x.committee_id, x.matter_id },
                        principalTable: "consultation_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consultation_session_matters_consultation_sessions_committe",
                        columns: x => new { x.committee_id, x.session_id },
                        principalTable: "consultation_sessions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_matters_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_minutes",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_minutes", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_minutes_consultation_sessions_committe",
                        columns: x => new { x.committee_id, x.session_id },
                        principalTable: "consultation_sessions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_minutes_platform_committees_committee_",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_people",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @as = table.Column<string>(name: "as", type: "character varying(40)", maxLength: 40, nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    post = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    presence = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    came_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_on_the_spot = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_people", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_people_consultation_sessions_committee",
                        columns: x => new { x.committee_id, x.session_id },
                        principalTable: "consultation_sessions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_people_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_steps",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verb = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    actor_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_steps", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_steps_consultation_sessions_committee_",
                        columns: x => new { x.committee_id, x.session_id },
                        principalTable: "consultation_sessions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_steps_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_turns",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_matter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @as = table.Column<string>(name: "as", type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_turns", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_turns_consultation_sessions_committee_",
                        columns: x => new { x.committee_id, x.session_id },
                        principalTable: "consultation_sessions",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_turns_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consultation_session_points",
                columns: table => new
                {
                    committee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    rival = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    rival_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    written_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    is_removed = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_session_points", x => new { x.committee_id, x.id });
                    table.ForeignKey(
                        name: "fk_consultation_session_points_consultation_session_matters_co",
                        columns: x => new { x.committee_id, x.session_matter_id },
                        principalTable: "consultation_session_matters",
                        principalColumns: new[] { "committee_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_session_points_platform_committees_committee_id",
                        column: x => x.committee_id,
                        principalTable: "platform_committees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_cycle_steps_committee_id_cycle_id_at",
                table: "appraisal_cycle_steps",
                columns: new[] { "committee_id", "cycle_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_cycles_committee_id_sheet_edition_id",
                table: "appraisal_cycles",
                columns: new[] { "committee_id", "sheet_edition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_cycles_committee_id_year",
                table: "appraisal_cycles",
                columns: new[] { "committee_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_decisions_committee_id_cycle_id_matter_number",
                table: "appraisal_decisions",
                columns: new[] { "committee_id", "cycle_id", "matter", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duties_committee_id_corrects_id",
                table: "appraisal_duties",
                columns: new[] { "committee_id", "corrects_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duties_committee_id_import_id",
                table: "appraisal_duties",
                columns: new[] { "committee_id", "import_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duties_committee_id_occurred_on",
                table: "appraisal_duties",
                columns: new[] { "committee_id", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duties_committee_id_origin_id_revision",
                table: "appraisal_duties",
                columns: new[] { "committee_id", "origin_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duties_committee_id_state_occurred_on",
                table: "appraisal_duties",
                columns: new[] { "committee_id", "state", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duty_imports_committee_id_created_at",
                table: "appraisal_duty_imports",
                columns: new[] { "committee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duty_members_committee_id_person_id",
                table: "appraisal_duty_members",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duty_members_committee_id_record_id_membership_id",
                table: "appraisal_duty_members",
                columns: new[] { "committee_id", "record_id", "membership_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_duty_steps_committee_id_record_id",
                table: "appraisal_duty_steps",
                columns: new[] { "committee_id", "record_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_objection_steps_committee_id_objection_id_at",
                table: "appraisal_objection_steps",
                columns: new[] { "committee_id", "objection_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_objections_committee_id_fact_id",
                table: "appraisal_objections",
                columns: new[] { "committee_id", "fact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_objections_committee_id_person_id_year",
                table: "appraisal_objections",
                columns: new[] { "committee_id", "person_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_objections_committee_id_state_answer_due_on",
                table: "appraisal_objections",
                columns: new[] { "committee_id", "state", "answer_due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_quarter_notices_committee_id_year_quarter_person_",
                table: "appraisal_quarter_notices",
                columns: new[] { "committee_id", "year", "quarter", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_quota_choices_committee_id_decision_id_person_id",
                table: "appraisal_quota_choices",
                columns: new[] { "committee_id", "decision_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_result_corrections_committee_id_result_id_at",
                table: "appraisal_result_corrections",
                columns: new[] { "committee_id", "result_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_results_committee_id_cycle_id_person_id",
                table: "appraisal_results",
                columns: new[] { "committee_id", "cycle_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_results_committee_id_person_id",
                table: "appraisal_results",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_self_checks_committee_id_cycle_id_person_id",
                table: "appraisal_self_checks",
                columns: new[] { "committee_id", "cycle_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_sheet_editions_committee_id_state_to_day",
                table: "appraisal_sheet_editions",
                columns: new[] { "committee_id", "state", "to_day" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_sheet_editions_committee_id_superseded_by_id",
                table: "appraisal_sheet_editions",
                columns: new[] { "committee_id", "superseded_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_appraisal_sheet_editions_committee_id_year_in_force",
                table: "appraisal_sheet_editions",
                columns: new[] { "committee_id", "year_in_force" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_contact_points_committee_id_membership_id",
                table: "consultation_contact_points",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_contact_points_committee_id_place_id",
                table: "consultation_contact_points",
                columns: new[] { "committee_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_council_seats_committee_id_council_id_term",
                table: "consultation_council_seats",
                columns: new[] { "committee_id", "council_id", "term" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_council_seats_committee_id_membership_id",
                table: "consultation_council_seats",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_councils_committee_id_place_id",
                table: "consultation_councils",
                columns: new[] { "committee_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployment_imports_committee_id_created_at",
                table: "consultation_deployment_imports",
                columns: new[] { "committee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployments_committee_id_membership_id",
                table: "consultation_deployments",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployments_committee_id_person_id",
                table: "consultation_deployments",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployments_committee_id_place_id_membership_id",
                table: "consultation_deployments",
                columns: new[] { "committee_id", "place_id", "membership_id" },
                unique: true,
                filter: "state = 'Standing'");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployments_committee_id_place_id_state",
                table: "consultation_deployments",
                columns: new[] { "committee_id", "place_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_deployments_committee_id_workstation_id",
                table: "consultation_deployments",
                columns: new[] { "committee_id", "workstation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_handling_units_committee_id_slug",
                table: "consultation_handling_units",
                columns: new[] { "committee_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_assignments_committee_id_handling_unit_",
                table: "consultation_matter_assignments",
                columns: new[] { "committee_id", "handling_unit_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_assignments_committee_id_matter_id",
                table: "consultation_matter_assignments",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_assignments_committee_id_state_due_on",
                table: "consultation_matter_assignments",
                columns: new[] { "committee_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_drafts_committee_id_key_digest",
                table: "consultation_matter_drafts",
                columns: new[] { "committee_id", "key_digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_drafts_committee_id_saved_at",
                table: "consultation_matter_drafts",
                columns: new[] { "committee_id", "saved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_feedback_committee_id_matter_id",
                table: "consultation_matter_feedback",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_imports_committee_id_created_at",
                table: "consultation_matter_imports",
                columns: new[] { "committee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_notes_committee_id_matter_id",
                table: "consultation_matter_notes",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_receipts_committee_id_given_at",
                table: "consultation_matter_receipts",
                columns: new[] { "committee_id", "given_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_receipts_committee_id_matter_id",
                table: "consultation_matter_receipts",
                columns: new[] { "committee_id", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matter_steps_committee_id_matter_id",
                table: "consultation_matter_steps",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_closed_on",
                table: "consultation_matters",
                columns: new[] { "committee_id", "closed_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_collected_at",
                table: "consultation_matters",
                columns: new[] { "committee_id", "collected_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_collected_at_id",
                table: "consultation_matters",
                columns: new[] { "committee_id", "collected_at", "id" },
                filter: "is_public");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_merged_into_id",
                table: "consultation_matters",
                columns: new[] { "committee_id", "merged_into_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_number_year_number",
                table: "consultation_matters",
                columns: new[] { "committee_id", "number_year", "number" },
                unique: true,
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_place_id_state_collected_",
                table: "consultation_matters",
                columns: new[] { "committee_id", "place_id", "state", "collected_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_public_changed_at_id",
                table: "consultation_matters",
                columns: new[] { "committee_id", "public_changed_at", "id" },
                filter: "is_public");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_repeats_id",
                table: "consultation_matters",
                columns: new[] { "committee_id", "repeats_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_state_due_on",
                table: "consultation_matters",
                columns: new[] { "committee_id", "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_submitting_membership_id",
                table: "consultation_matters",
                columns: new[] { "committee_id", "submitting_membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_matters_committee_id_tracking_digest",
                table: "consultation_matters",
                columns: new[] { "committee_id", "tracking_digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_open311_filings_committee_id_key_id_digest",
                table: "consultation_open311_filings",
                columns: new[] { "committee_id", "key_id", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_open311_filings_committee_id_matter_id",
                table: "consultation_open311_filings",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_open311_keys_committee_id_digest",
                table: "consultation_open311_keys",
                columns: new[] { "committee_id", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_flags_committee_id_question_id_seen_at",
                table: "consultation_opinion_flags",
                columns: new[] { "committee_id", "question_id", "seen_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_flags_committee_id_statement_id_voter_",
                table: "consultation_opinion_flags",
                columns: new[] { "committee_id", "statement_id", "voter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_flags_committee_id_voter_id",
                table: "consultation_opinion_flags",
                columns: new[] { "committee_id", "voter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_questions_committee_id_state_opened_at",
                table: "consultation_opinion_questions",
                columns: new[] { "committee_id", "state", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_questions_committee_id_subject_type_su",
                table: "consultation_opinion_questions",
                columns: new[] { "committee_id", "subject_type", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_results_committee_id_question_id",
                table: "consultation_opinion_results",
                columns: new[] { "committee_id", "question_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_statements_committee_id_question_id_st",
                table: "consultation_opinion_statements",
                columns: new[] { "committee_id", "question_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_statements_committee_id_state",
                table: "consultation_opinion_statements",
                columns: new[] { "committee_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_statements_committee_id_voter_id",
                table: "consultation_opinion_statements",
                columns: new[] { "committee_id", "voter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_voters_committee_id_question_id_digest",
                table: "consultation_opinion_voters",
                columns: new[] { "committee_id", "question_id", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_votes_committee_id_question_id_cast_at",
                table: "consultation_opinion_votes",
                columns: new[] { "committee_id", "question_id", "cast_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_votes_committee_id_question_id_voter_i",
                table: "consultation_opinion_votes",
                columns: new[] { "committee_id", "question_id", "voter_id", "statement_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_votes_committee_id_statement_id",
                table: "consultation_opinion_votes",
                columns: new[] { "committee_id", "statement_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_opinion_votes_committee_id_voter_id",
                table: "consultation_opinion_votes",
                columns: new[] { "committee_id", "voter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_place_imports_committee_id_created_at",
                table: "consultation_place_imports",
                columns: new[] { "committee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_place_steps_committee_id_subject_id_at",
                table: "consultation_place_steps",
                columns: new[] { "committee_id", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_places_committee_id_lineage",
                table: "consultation_places",
                columns: new[] { "committee_id", "lineage" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_places_committee_id_name_key",
                table: "consultation_places",
                columns: new[] { "committee_id", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_places_committee_id_parent_id",
                table: "consultation_places",
                columns: new[] { "committee_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_places_committee_id_slug",
                table: "consultation_places",
                columns: new[] { "committee_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_rooms_committee_id_membership_id",
                table: "consultation_rooms",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_rooms_committee_id_place_id",
                table: "consultation_rooms",
                columns: new[] { "committee_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_matters_committee_id_matter_id",
                table: "consultation_session_matters",
                columns: new[] { "committee_id", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_matters_committee_id_session_id_matter",
                table: "consultation_session_matters",
                columns: new[] { "committee_id", "session_id", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_minutes_committee_id_session_id",
                table: "consultation_session_minutes",
                columns: new[] { "committee_id", "session_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_people_committee_id_person_id",
                table: "consultation_session_people",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_people_committee_id_session_id",
                table: "consultation_session_people",
                columns: new[] { "committee_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_points_committee_id_session_matter_id",
                table: "consultation_session_points",
                columns: new[] { "committee_id", "session_matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_steps_committee_id_session_id",
                table: "consultation_session_steps",
                columns: new[] { "committee_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_session_turns_committee_id_session_id",
                table: "consultation_session_turns",
                columns: new[] { "committee_id", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_council_id",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "council_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_held_on",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_place_id_held_on",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "place_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_room_id",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "room_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_screen_code",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "screen_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_sessions_committee_id_state_planned_for",
                table: "consultation_sessions",
                columns: new[] { "committee_id", "state", "planned_for" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_studios_committee_id_membership_id",
                table: "consultation_studios",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_studios_committee_id_place_id",
                table: "consultation_studios",
                columns: new[] { "committee_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_submitter_looks_committee_id_matter_id_at",
                table: "consultation_submitter_looks",
                columns: new[] { "committee_id", "matter_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_submitter_news_committee_id_matter_id",
                table: "consultation_submitter_news",
                columns: new[] { "committee_id", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_submitter_news_committee_id_since",
                table: "consultation_submitter_news",
                columns: new[] { "committee_id", "since" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_submitters_committee_id_matter_id",
                table: "consultation_submitters",
                columns: new[] { "committee_id", "matter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultation_unit_contacts_committee_id_unit_id",
                table: "consultation_unit_contacts",
                columns: new[] { "committee_id", "unit_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_workstations_committee_id_membership_id",
                table: "consultation_workstations",
                columns: new[] { "committee_id", "membership_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_workstations_committee_id_place_id",
                table: "consultation_workstations",
                columns: new[] { "committee_id", "place_id" });

            migrationBuilder.CreateIndex(
                name: "ix_figures_accounts_committee_id_corrects_id",
                table: "figures_accounts",
                columns: new[] { "committee_id", "corrects_id" });

            migrationBuilder.CreateIndex(
                name: "ix_figures_accounts_committee_id_year_edition",
                table: "figures_accounts",
                columns: new[] { "committee_id", "year", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_figures_frozen_figures_committee_id_account_id_figure_id",
                table: "figures_frozen_figures",
                columns: new[] { "committee_id", "account_id", "figure_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_figures_open_years_committee_id_year",
                table: "figures_open_years",
                columns: new[] { "committee_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_agenda_items_committee_id_meeting_id",
                table: "meetings_agenda_items",
                columns: new[] { "committee_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendance_changes_committee_id_attendance_id",
                table: "meetings_attendance_changes",
                columns: new[] { "committee_id", "attendance_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendance_changes_committee_id_meeting_id",
                table: "meetings_attendance_changes",
                columns: new[] { "committee_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendances_committee_id_account_id",
                table: "meetings_attendances",
                columns: new[] { "committee_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendances_committee_id_answer",
                table: "meetings_attendances",
                columns: new[] { "committee_id", "answer" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendances_committee_id_meeting_id_account_id",
                table: "meetings_attendances",
                columns: new[] { "committee_id", "meeting_id", "account_id" },
                unique: true,
                filter: "account_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendances_committee_id_meeting_id_person_id",
                table: "meetings_attendances",
                columns: new[] { "committee_id", "meeting_id", "person_id" },
                unique: true,
                filter: "person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_attendances_committee_id_person_id",
                table: "meetings_attendances",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_calendar_feeds_committee_id_account_id",
                table: "meetings_calendar_feeds",
                columns: new[] { "committee_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_calendar_feeds_committee_id_token_hash",
                table: "meetings_calendar_feeds",
                columns: new[] { "committee_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_confirmations_committee_id_meeting_id_revision",
                table: "meetings_confirmations",
                columns: new[] { "committee_id", "meeting_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_leave_requests_committee_id_attendance_id",
                table: "meetings_leave_requests",
                columns: new[] { "committee_id", "attendance_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_measures_committee_id_due_on",
                table: "meetings_measures",
                columns: new[] { "committee_id", "due_on" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_measures_committee_id_meeting_id",
                table: "meetings_measures",
                columns: new[] { "committee_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_meetings_committee_id_held_on",
                table: "meetings_meetings",
                columns: new[] { "committee_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_meetings_committee_id_kind_number_year_number",
                table: "meetings_meetings",
                columns: new[] { "committee_id", "kind", "number_year", "number" },
                unique: true,
                filter: "number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_meetings_committee_id_state_starts_at",
                table: "meetings_meetings",
                columns: new[] { "committee_id", "state", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_speakers_committee_id_meeting_id",
                table: "meetings_speakers",
                columns: new[] { "committee_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_steps_committee_id_meeting_id",
                table: "meetings_steps",
                columns: new[] { "committee_id", "meeting_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_correction_requests_committee_id_answered_at_asked_",
                table: "members_correction_requests",
                columns: new[] { "committee_id", "answered_at", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_members_correction_requests_committee_id_person_id",
                table: "members_correction_requests",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_earlier_duties_committee_id_membership_id_last_day",
                table: "members_earlier_duties",
                columns: new[] { "committee_id", "membership_id", "last_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_field_looks_committee_id_person_id_at",
                table: "members_field_looks",
                columns: new[] { "committee_id", "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_members_import_runs_committee_id_created_at",
                table: "members_import_runs",
                columns: new[] { "committee_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_members_memberships_committee_id_person_id_level_term",
                table: "members_memberships",
                columns: new[] { "committee_id", "person_id", "level", "term" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_memberships_committee_id_sector",
                table: "members_memberships",
                columns: new[] { "committee_id", "sector" });

            migrationBuilder.CreateIndex(
                name: "ix_members_memberships_committee_id_term_level",
                table: "members_memberships",
                columns: new[] { "committee_id", "term", "level" });

            migrationBuilder.CreateIndex(
                name: "ix_members_people_committee_id_initials",
                table: "members_people",
                columns: new[] { "committee_id", "initials" });

            migrationBuilder.CreateIndex(
                name: "ix_members_people_committee_id_name",
                table: "members_people",
                columns: new[] { "committee_id", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_members_people_committee_id_phone_trace",
                table: "members_people",
                columns: new[] { "committee_id", "phone_trace" });

            migrationBuilder.CreateIndex(
                name: "ix_members_people_committee_id_pinyin",
                table: "members_people",
                columns: new[] { "committee_id", "pinyin" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_account_roles_committee_id_account_id_role_scope",
                table: "platform_account_roles",
                columns: new[] { "committee_id", "account_id", "role", "scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_accounts_committee_id_normalized_user_name",
                table: "platform_accounts",
                columns: new[] { "committee_id", "normalized_user_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_accounts_committee_id_person_id",
                table: "platform_accounts",
                columns: new[] { "committee_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_audit_entries_committee_id_account_id_at",
                table: "platform_audit_entries",
                columns: new[] { "committee_id", "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_audit_entries_committee_id_at",
                table: "platform_audit_entries",
                columns: new[] { "committee_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_committees_slug",
                table: "platform_committees",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_facts_committee_id_index",
                table: "platform_facts",
                columns: new[] { "committee_id", "index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_facts_committee_id_occurred_on_kind",
                table: "platform_facts",
                columns: new[] { "committee_id", "occurred_on", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_facts_committee_id_retracts_id",
                table: "platform_facts",
                columns: new[] { "committee_id", "retracts_id" },
                unique: true,
                filter: "retracts_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_facts_committee_id_subject_id_occurred_on",
                table: "platform_facts",
                columns: new[] { "committee_id", "subject_id", "occurred_on" });

            migrationBuilder.CreateIndex(
                name: "ux_facts_once_with_subject",
                table: "platform_facts",
                columns: new[] { "committee_id", "source_type", "source_id", "kind", "subject_id", "revision" },
                unique: true,
                filter: "retracts_id IS NULL AND subject_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_facts_once_without_subject",
                table: "platform_facts",
                columns: new[] { "committee_id", "source_type", "source_id", "kind", "revision" },
                unique: true,
                filter: "retracts_id IS NULL AND subject_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_platform_files_committee_id_owner_type_owner_id",
                table: "platform_files",
                columns: new[] { "committee_id", "owner_type", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_files_committee_id_kept_at",
                table: "platform_import_files",
                columns: new[] { "committee_id", "kept_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_import_files_committee_id_run_id",
                table: "platform_import_files",
                columns: new[] { "committee_id", "run_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_invitations_committee_id_account_id",
                table: "platform_invitations",
                columns: new[] { "committee_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_invitations_committee_id_token_hash",
                table: "platform_invitations",
                columns: new[] { "committee_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_messages_committee_id_account_id_read_at",
                table: "platform_messages",
                columns: new[] { "committee_id", "account_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_messages_committee_id_account_id_sent_at",
                table: "platform_messages",
                columns: new[] { "committee_id", "account_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_messages_committee_id_mailed_at_sent_at",
                table: "platform_messages",
                columns: new[] { "committee_id", "mailed_at", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_saved_views_committee_id_table_key",
                table: "platform_saved_views",
                columns: new[] { "committee_id", "table_key" });

            migrationBuilder.CreateIndex(
                name: "ix_platform_search_texts_committee_id_kind_record_id",
                table: "platform_search_texts",
                columns: new[] { "committee_id", "kind", "record_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_search_texts_committee_id_number",
                table: "platform_search_texts",
                columns: new[] { "committee_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_sent_forms_committee_id_digest",
                table: "platform_sent_forms",
                columns: new[] { "committee_id", "digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_platform_sent_forms_committee_id_sent_at",
                table: "platform_sent_forms",
                columns: new[] { "committee_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_attachments_committee_id_article_id",
                table: "portal_article_attachments",
                columns: new[] { "committee_id", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_corrections_committee_id_article_id",
                table: "portal_article_corrections",
                columns: new[] { "committee_id", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_corrections_committee_id_sent_at",
                table: "portal_article_corrections",
                columns: new[] { "committee_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_revisions_committee_id_article_id_number",
                table: "portal_article_revisions",
                columns: new[] { "committee_id", "article_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_steps_committee_id_article_id",
                table: "portal_article_steps",
                columns: new[] { "committee_id", "article_id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_views_committee_id_article_id_day",
                table: "portal_article_views",
                columns: new[] { "committee_id", "article_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_portal_article_views_committee_id_day",
                table: "portal_article_views",
                columns: new[] { "committee_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_committee_id_changed_at",
                table: "portal_articles",
                columns: new[] { "committee_id", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_committee_id_column_id_state_published_at",
                table: "portal_articles",
                columns: new[] { "committee_id", "column_id", "state", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_committee_id_publish_at",
                table: "portal_articles",
                columns: new[] { "committee_id", "publish_at" },
                filter: "publish_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_portal_articles_committee_id_state_published_at",
                table: "portal_articles",
                columns: new[] { "committee_id", "state", "published_at" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_columns_committee_id_parent_id",
                table: "portal_columns",
                columns: new[] { "committee_id", "parent_id" });

            migrationBuilder.CreateIndex(
                name: "ix_portal_columns_committee_id_slug",
                table: "portal_columns",
                columns: new[] { "committee_id", "slug" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appraisal_cycle_steps");

            migrationBuilder.DropTable(
                name: "appraisal_duty_members");

            migrationBuilder.DropTable(
                name: "appraisal_duty_steps");

            migrationBuilder.DropTable(
                name: "appraisal_objection_steps");

            migrationBuilder.DropTable(
                name: "appraisal_quarter_notices");

            migrationBuilder.DropTable(
                name: "appraisal_quota_choices");

            migrationBuilder.DropTable(
                name: "appraisal_result_corrections");

            migrationBuilder.DropTable(
                name: "appraisal_self_checks");

            migrationBuilder.DropTable(
                name: "consultation_contact_points");

            migrationBuilder.DropTable(
                name: "consultation_council_seats");

            migrationBuilder.DropTable(
                name: "consultation_deployment_imports");

            migrationBuilder.DropTable(
                name: "consultation_deployments");

            migrationBuilder.DropTable(
                name: "consultation_matter_assignments");

            migrationBuilder.DropTable(
                name: "consultation_matter_drafts");

            migrationBuilder.DropTable(
                name: "consultation_matter_feedback");

            migrationBuilder.DropTable(
                name: "consultation_matter_imports");

            migrationBuilder.DropTable(
                name: "consultation_matter_notes");

            migrationBuilder.DropTable(
                name: "consultation_matter_receipts");

            migrationBuilder.DropTable(
                name: "consultation_matter_steps");

            migrationBuilder.DropTable(
                name: "consultation_open311_filings");

            migrationBuilder.DropTable(
                name: "consultation_opinion_flags");

            migrationBuilder.DropTable(
                name: "consultation_opinion_results");

            migrationBuilder.DropTable(
                name: "consultation_opinion_votes");

            migrationBuilder.DropTable(
                name: "consultation_place_imports");

            migrationBuilder.DropTable(
                name: "consultation_place_steps");

            migrationBuilder.DropTable(
                name: "consultation_session_minutes");

            migrationBuilder.DropTable(
                name: "consultation_session_people");

            migrationBuilder.DropTable(
                name: "consultation_session_points");

            migrationBuilder.DropTable(
                name: "consultation_session_steps");

            migrationBuilder.DropTable(
                name: "consultation_session_turns");

            migrationBuilder.DropTable(
                name: "consultation_studios");

            migrationBuilder.DropTable(
                name: "consultation_submitter_looks");

            migrationBuilder.DropTable(
                name: "consultation_submitter_news");

            migrationBuilder.DropTable(
                name: "consultation_submitters");

            migrationBuilder.DropTable(
                name: "consultation_unit_contacts");

            migrationBuilder.DropTable(
                name: "figures_frozen_figures");

            migrationBuilder.DropTable(
                name: "figures_open_years");

            migrationBuilder.DropTable(
                name: "meetings_agenda_items");

            migrationBuilder.DropTable(
                name: "meetings_attendance_changes");

            migrationBuilder.DropTable(
                name: "meetings_calendar_feeds");

            migrationBuilder.DropTable(
                name: "meetings_confirmations");

            migrationBuilder.DropTable(
                name: "meetings_leave_requests");

            migrationBuilder.DropTable(
                name: "meetings_measures");

            migrationBuilder.DropTable(
                name: "meetings_speakers");

            migrationBuilder.DropTable(
                name: "meetings_steps");

            migrationBuilder.DropTable(
                name: "members_contact_keys");

            migrationBuilder.DropTable(
                name: "members_correction_requests");

            migrationBuilder.DropTable(
                name: "members_earlier_duties");

            migrationBuilder.DropTable(
                name: "members_field_looks");

            migrationBuilder.DropTable(
                name: "members_import_runs");

            migrationBuilder.DropTable(
                name: "platform_account_roles");

            migrationBuilder.DropTable(
                name: "platform_audit_entries");

            migrationBuilder.DropTable(
                name: "platform_files");

            migrationBuilder.DropTable(
                name: "platform_import_files");

            migrationBuilder.DropTable(
                name: "platform_invitations");

            migrationBuilder.DropTable(
                name: "platform_ledger_heads");

            migrationBuilder.DropTable(
                name: "platform_messages");

            migrationBuilder.DropTable(
                name: "platform_protection_keys");

            migrationBuilder.DropTable(
                name: "platform_saved_views");

            migrationBuilder.DropTable(
                name: "platform_search_texts");

            migrationBuilder.DropTable(
                name: "platform_sent_forms");

            migrationBuilder.DropTable(
                name: "portal_article_attachments");

            migrationBuilder.DropTable(
                name: "portal_article_corrections");

            migrationBuilder.DropTable(
                name: "portal_article_revisions");

            migrationBuilder.DropTable(
                name: "portal_article_steps");

            migrationBuilder.DropTable(
                name: "portal_article_views");

            migrationBuilder.DropTable(
                name: "appraisal_duties");

            migrationBuilder.DropTable(
                name: "appraisal_objections");

            migrationBuilder.DropTable(
                name: "appraisal_decisions");

            migrationBuilder.DropTable(
                name: "appraisal_results");

            migrationBuilder.DropTable(
                name: "consultation_workstations");

            migrationBuilder.DropTable(
                name: "consultation_open311_keys");

            migrationBuilder.DropTable(
                name: "consultation_opinion_statements");

            migrationBuilder.DropTable(
                name: "consultation_session_matters");

            migrationBuilder.DropTable(
                name: "consultation_handling_units");

            migrationBuilder.DropTable(
                name: "figures_accounts");

            migrationBuilder.DropTable(
                name: "meetings_attendances");

            migrationBuilder.DropTable(
                name: "members_memberships");

            migrationBuilder.DropTable(
                name: "platform_accounts");

            migrationBuilder.DropTable(
                name: "portal_articles");

            migrationBuilder.DropTable(
                name: "appraisal_duty_imports");

            migrationBuilder.DropTable(
                name: "platform_facts");

            migrationBuilder.DropTable(
                name: "appraisal_cycles");

            migrationBuilder.DropTable(
                name: "consultation_opinion_voters");

            migrationBuilder.DropTable(
                name: "consultation_matters");

            migrationBuilder.DropTable(
                name: "consultation_sessions");

            migrationBuilder.DropTable(
                name: "meetings_meetings");

            migrationBuilder.DropTable(
                name: "members_people");

            migrationBuilder.DropTable(
                name: "portal_columns");

            migrationBuilder.DropTable(
                name: "appraisal_sheet_editions");

            migrationBuilder.DropTable(
                name: "consultation_opinion_questions");

            migrationBuilder.DropTable(
                name: "consultation_councils");

            migrationBuilder.DropTable(
                name: "consultation_rooms");

            migrationBuilder.DropTable(
                name: "consultation_places");

            migrationBuilder.DropTable(
                name: "platform_committees");
        }
    }
}
