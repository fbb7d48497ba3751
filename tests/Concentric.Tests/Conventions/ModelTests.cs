using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Concentric.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concentric.Tests.Conventions;

/// <summary>Every row belongs to a committee, by key, by filter and by index; the model is what the migrations make.</summary>
public sealed class ModelTests(Installation installation)
{
    /// <summary>Rows of the installation, not of a committee.</summary>
    private static readonly string[] OfTheInstallation = [nameof(Committee), nameof(ProtectionKey)];

    [Fact]
    public async Task Every_row_belongs_to_a_committee()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDb>().Model;
        foreach (var entity in model.GetEntityTypes().Where(entity => !OfTheInstallation.Contains(entity.ShortName())))
        {
            var name = entity.ShortName();
            entity.FindPrimaryKey()!.Properties[0].Name.ShouldBe("CommitteeId", name);
            entity.GetIndexes().ShouldAllBe(index => index.Properties[0].Name == "CommitteeId", name);
            entity.GetForeignKeys().ShouldAllBe(key => key.Properties[0].Name == "CommitteeId", name);
            if (typeof(CommitteeEntity).IsAssignableFrom(entity.ClrType))
                entity.GetDeclaredQueryFilters().Select(filter => filter.Key).ShouldContain(AppDb.CommitteeFilter, name);
        }
    }

    [Fact]
    public async Task The_migrations_make_the_model()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Database.HasPendingModelChanges()
            .ShouldBeFalse("Run bin/migration add NAME.");
    }
}
