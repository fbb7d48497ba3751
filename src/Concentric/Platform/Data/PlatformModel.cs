using Concentric.Platform.Audit;
using Concentric.Platform.Files;
using Concentric.Platform.Identity;
using Concentric.Platform.Import;
using Concentric.Platform.Ledger;
using Concentric.Platform.Messages;
using Concentric.Platform.Search;
using Concentric.Platform.Tenancy;
using Concentric.Platform.Web.Once;
using Concentric.Platform.Web.Tables;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Data;

/// <summary>The platform's own tables.</summary>
internal static class PlatformModel
{
    internal static void Map(ModelBuilder model)
    {
        MapCommittees(model);
        MapLedger(model);
        MapIdentity(model);
        MapShell(model);
        SearchTables.Map(model);
        MapMessages(model);
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("platform_audit_entries");
            entry.Property(row => row.Act).HasMaxLength(120);
            entry.Property(row => row.ActorName).HasMaxLength(200);
            entry.Property(row => row.Address).HasMaxLength(64);
            entry.Property(row => row.Reason).HasMaxLength(1000);
            entry.HasIndex(row => new { row.CommitteeId, row.At });
            entry.HasIndex(row => new
            {
                row.CommitteeId,
                row.AccountId,
                row.At,
            });
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("platform_files");
            file.Property(row => row.Name).HasMaxLength(255);
            file.Property(row => row.ContentType).HasMaxLength(100);
            file.HasIndex(row => new
            {
                row.CommitteeId,
                row.OwnerType,
                row.OwnerId,
            });
            file.Property(row => row.OwnerType).HasMaxLength(60);
        });
        model.Entity<ProtectionKey>(key =>
        {
            key.ToTable("platform_protection_keys");
            key.HasKey(row => row.Id);
            key.Property(row => row.Id).ValueGeneratedNever();
        });
    }

    private static void MapShell(ModelBuilder model)
    {
        model.Entity<SentForm>(form =>
        {
            form.ToTable("platform_sent_forms");
            form.Property(row => row.Digest).HasMaxLength(64);
            form.HasIndex(row => new { row.CommitteeId, row.Digest }).IsUnique();
            form.HasIndex(row => new { row.CommitteeId, row.SentAt });
        });
        model.Entity<ImportFile>(file =>
        {
            file.ToTable("platform_import_files");
            file.HasIndex(row => new { row.CommitteeId, row.RunId }).IsUnique();
            file.HasIndex(row => new { row.CommitteeId, row.KeptAt });
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("platform_saved_views");
            view.Property(row => row.TableKey).HasMaxLength(60);
            view.Property(row => row.Name).HasMaxLength(SavedView.LongestName);
            view.Property(row => row.Query).HasMaxLength(SavedView.LongestQuery);
            view.Property(row => row.Role).HasMaxLength(60);
            view.HasIndex(row => new { row.CommitteeId, row.TableKey });
        });
    }

    private static void MapMessages(ModelBuilder model) =>
        model.Entity<Message>(message =>
        {
            message.ToTable("platform_messages");
            message.Property(row => row.Kind).HasMaxLength(60);
            message.Property(row => row.Title).HasMaxLength(Message.LongestTitle);
            message.Property(row => row.Path).HasMaxLength(300);
            message.HasIndex(row => new
            {
                row.CommitteeId,
                row.AccountId,
                row.SentAt,
            });
            message.HasIndex(row => new
            {
                row.CommitteeId,
                row.AccountId,
                row.ReadAt,
            });
            message.HasIndex(row => new
            {
                row.CommitteeId,
                row.MailedAt,
                row.SentAt,
            });
            message.BelongsTo<Message, Account>(nameof(Message.AccountId), DeleteBehavior.Cascade);
        });

    private static void MapCommittees(ModelBuilder model) =>
        model.Entity<Committee>(committee =>
        {
            committee.ToTable("platform_committees");
            committee.HasKey(row => row.Id);
            committee.Property(row => row.Id).ValueGeneratedNever();
            committee.Property(row => row.Slug).HasMaxLength(40);
            committee.HasIndex(row => row.Slug).IsUnique();
            committee.Property(row => row.Name).HasMaxLength(200);
            committee.Property(row => row.Version).IsConcurrencyToken();
            committee.ComplexProperty(row => row.Brand);
        });

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<Fact>(fact =>
        {
            fact.ToTable("platform_facts");
            fact.HasIndex(row => new { row.CommitteeId, row.Index }).IsUnique();
            fact.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.SourceType,
                    row.SourceId,
                    row.Kind,
                    row.SubjectId,
                    row.Revision,
                })
                .IsUnique()
                .HasDatabaseName("ux_facts_once_with_subject")
                .HasFilter("retracts_id IS NULL AND subject_id IS NOT NULL");
            fact.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.SourceType,
                    row.SourceId,
                    row.Kind,
                    row.Revision,
                })
                .IsUnique()
                .HasDatabaseName("ux_facts_once_without_subject")
                .HasFilter("retracts_id IS NULL AND subject_id IS NULL");
            fact.HasIndex(row => new { row.CommitteeId, row.RetractsId }).IsUnique().HasFilter("retracts_id IS NOT NULL");
            fact.HasIndex(row => new
            {
                row.CommitteeId,
                row.OccurredOn,
                row.Kind,
            });
            fact.HasIndex(row => new
            {
                row.CommitteeId,
                row.SubjectId,
                row.OccurredOn,
            });
            foreach (var name in new[] { nameof(Fact.Kind), nameof(Fact.Category), nameof(Fact.SourceType), nameof(Fact.Place) })
                fact.Property(name).HasMaxLength(80);
            foreach (var name in new[] { nameof(Fact.Channel), nameof(Fact.Step), nameof(Fact.Unit) })
                fact.Property(name).HasMaxLength(40);
            fact.Property(row => row.Basis).HasMaxLength(1000);
        });
        MapLedgerHeads(model);
    }

    private static void MapLedgerHeads(ModelBuilder model) =>
        model.Entity<LedgerHead>(head =>
        {
            head.ToTable("platform_ledger_heads");
            head.HasKey(row => row.CommitteeId);
            head.Property(row => row.CommitteeId).ValueGeneratedNever();
            head.HasOne<Committee>().WithOne().HasForeignKey<LedgerHead>(row => row.CommitteeId);
        });

    private static void MapIdentity(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("platform_accounts");
            account.Property(row => row.UserName).HasMaxLength(100);
            account.Property(row => row.NormalizedUserName).HasMaxLength(100);
            account.Property(row => row.DisplayName).HasMaxLength(200);
            account.Property(row => row.Email).HasMaxLength(254);
            account.HasIndex(row => new { row.CommitteeId, row.NormalizedUserName }).IsUnique();
            account.HasIndex(row => new { row.CommitteeId, row.PersonId });
            account
                .HasMany(row => row.Roles)
                .WithOne()
                .HasForeignKey(role => new { role.CommitteeId, role.AccountId })
                .OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccountRole>(role =>
        {
            role.ToTable("platform_account_roles");
            role.Property(row => row.Role).HasMaxLength(60);
            role.Property(row => row.Scope).HasMaxLength(60);
            role.HasIndex(row => new
                {
                    row.CommitteeId,
                    row.AccountId,
                    row.Role,
                    row.Scope,
                })
                .IsUnique();
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("platform_invitations");
            invitation.HasIndex(row => new { row.CommitteeId, row.TokenHash }).IsUnique();
            invitation.Property(row => row.TokenHash).HasMaxLength(64);
            invitation.BelongsTo<Invitation, Account>(nameof(Invitation.AccountId), DeleteBehavior.Cascade);
        });
    }
}
