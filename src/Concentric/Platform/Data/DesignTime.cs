using Concentric.Platform.Identity;
using Concentric.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Concentric.Platform.Data;

/// <summary>Lets the migrations tool build the model without a running product. See <c>bin/migration</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        DatabaseServices.UseSqlite(options, DatabaseAddress.Parse("sqlite:design-time.db"));
        return new SqliteDb(options.Options, Services());
    }

    internal static AppDbServices Services() =>
        new(new CurrentCommittee(), new CurrentActor(), House.Modules, TimeProvider.System, new WriteGate());
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        DatabaseServices.UsePostgres(options, DatabaseAddress.Parse("Host=design-time;Database=concentric"));
        return new PostgresDb(options.Options, SqliteDesignTime.Services());
    }
}
