namespace Concentric.Modules.Portal;

/// <summary>What may be done in the portal's editorial office.</summary>
public static class PortalPermissions
{
    /// <summary>See articles in preparation.</summary>
    public const string Read = "portal.read";

    /// <summary>撰稿: draft, edit, submit.</summary>
    public const string Write = "portal.write";

    /// <summary>一审</summary>
    public const string ReviewFirst = "portal.review.first";

    /// <summary>二审</summary>
    public const string ReviewSecond = "portal.review.second";

    /// <summary>三审</summary>
    public const string ReviewFinal = "portal.review.final";

    /// <summary>Publish, schedule, correct what is published.</summary>
    public const string Publish = "portal.publish";
    public const string Withdraw = "portal.withdraw";
    public const string ManageColumns = "portal.columns.manage";

    public static IReadOnlyList<string> All { get; } =
    [Read, Write, ReviewFirst, ReviewSecond, ReviewFinal, Publish, Withdraw, ManageColumns];
}
