namespace Concentric.Rules.Formats.Open311;

/// <summary>One thing that is wrong with what a client asked: the status that answers it, and a key by which its sentence is found.</summary>
public sealed record GeoReportFault(int Status, string Key, params IReadOnlyList<object> Values)
{
    public const int BadRequest = 400;
    public const int Forbidden = 403;
    public const int NotFound = 404;
    public const int TooMany = 429;

    /// <summary>The errors as they are sent.</summary>
    /// <param name="told">Status and sentence of each.</param>
    public static SparkPart ListOf(IEnumerable<(int Status, string Description)> told) =>
        new SparkList(
            "errors",
            told.Select(fault => new SparkRecord(
                "error",
                new SparkValue("code", fault.Status),
                new SparkValue("description", fault.Description)
            ))
        );
}
