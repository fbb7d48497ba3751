using Microsoft.EntityFrameworkCore.Design;

namespace Concentric.Platform.Data;

/// <summary>Lets the migrations tool build the model without a running product. See <c>bin/migration</c>.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        (SqliteDb)DatabaseServices.Open(DatabaseAddress.Parse("sqlite:design-time.db"));
}

/// <summary>The same for PostgreSQL.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        (PostgresDb)DatabaseServices.Open(DatabaseAddress.Parse("Host=design-time;Database=concentric"));
}
