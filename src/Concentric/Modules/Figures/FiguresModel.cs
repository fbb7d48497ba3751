using Concentric.Modules.Figures.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures;

/// <summary>Tables of the module.</summary>
internal static class FiguresModel
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<OpenYear>(year =>
        {
            year.ToTable("figures_open_years");
            year.HasIndex(row => new { row.CommitteeId, row.Year }).IsUnique();
        });
        MapAccounts(model);
    }

    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<AnnualAccount>(account =>
        {
            account.ToTable("figures_accounts");
            account.Property(row => row.TemplateId).HasMaxLength(60);
            account.Property(row => row.Title).HasMaxLength(AnnualAccount.LongestTitle);
            account.Property(row => row.DocumentNumber).HasMaxLength(60);
            account.Property(row => row.CorrectionReason).HasMaxLength(500);
            account
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.Year,
                    row.Edition,
                })
                .IsUnique();
            account.HasIndex(row => new { row.CommitteeId, row.CorrectsId });
            account
                .HasOne<AnnualAccount>()
                .WithMany()
                .HasForeignKey(row => new { row.CommitteeId, row.CorrectsId })
                .OnDelete(DeleteBehavior.Restrict);
            account
                .HasMany(row => row.Figures)
                .WithOne()
                .HasForeignKey(figure => new { figure.CommitteeId, figure.AccountId })
                .OnDelete(DeleteBehavior.Cascade);
            account.Navigation(row => row.Figures).UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<FrozenFigure>(figure =>
        {
            figure.ToTable("figures_frozen_figures");
            figure.Property(row => row.FigureId).HasMaxLength(60);
            figure.Property(row => row.Unit).HasMaxLength(40);
            figure.Property(row => row.UnitWord).HasMaxLength(40);
            figure.Property(row => row.Text).HasMaxLength(100);
            figure.Property(row => row.Title).HasMaxLength(200);
            figure.Property(row => row.Definition).HasMaxLength(1000);
            figure
                .HasIndex(row => new
                {
                    row.CommitteeId,
                    row.AccountId,
                    row.FigureId,
                })
                .IsUnique();
        });
    }
}
