namespace Concentric.Platform.Identity;

/// <summary>What a password must be: long enough, and none of those that everybody tries first (OWASP ASVS 5.0, 6.2).</summary>
public static class PasswordRule
{
    public const int Shortest = 10;

    private static readonly string[] CommonBeginnings =
    [
        "1234567890",
        "0123456789",
        "0987654321",
        "password",
        "qwertyuiop",
        "1q2w3e4r5t",
        "iloveyou",
        "administrator",
        "abcdefghij",
        "abc1234567",
        "5201314",
        "woaini",
    ];

    public static Refusal? WhyNot(string? password) =>
        password is null || password.Length < Shortest ? new Refusal("PasswordTooShort")
        : IsCommon(password) ? new Refusal("PasswordCommon")
        : null;

    private static bool IsCommon(string password) =>
        password.Distinct().Count() < 4
        || Array.Exists(CommonBeginnings, common => password.StartsWith(common, StringComparison.OrdinalIgnoreCase));
}
