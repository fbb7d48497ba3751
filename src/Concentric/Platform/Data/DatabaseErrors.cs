using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Concentric.Platform.Data;

/// <summary>What a failed save means, on either engine.</summary>
public static class DatabaseErrors
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>A row with the same key is there already: a twin of this act, or a duplicate.</summary>
    public static bool IsDuplicate(this DbUpdateException failure) =>
        failure.InnerException switch
        {
            SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey } => true,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
            _ => false,
        };

    /// <summary>The form was filled from this version; saving fails if somebody has changed the row since.</summary>
    public static void ExpectVersion(this AppDb db, CommitteeEntity row, int version) =>
        db.Entry(row).Property(entity => entity.Version).OriginalValue = version;
}
