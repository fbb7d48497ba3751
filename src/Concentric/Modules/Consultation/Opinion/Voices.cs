using System.Security.Cryptography;
using Concentric.Platform.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>A voice before it has a row: what it hangs on, and the digest that knows it again.</summary>
public sealed record Voice(VoiceKind Kind, string Digest)
{
    internal static Voice Of(Guid questionId, VoiceKind kind, string secret) =>
        new(kind, OpinionVoter.DigestOf(questionId, kind, secret));
}

/// <summary>
/// Knows a voice again: by the account that is signed in, else by a random, signed cookie that is sent to the questions' pages alone. The
/// page with the form hands the cookie out, so that a first answer sent twice is one voice.
/// </summary>
public sealed class Voices(IDataProtectionProvider protection, CurrentActor actor)
{
    private const string CookieName = "concentric-voice";
    private const string CookiePath = "/questions";
    private readonly IDataProtector protector = protection.CreateProtector("opinion voice");

    /// <summary>The caller's voice; none if nothing was handed out yet or cookies are refused.</summary>
    public Voice? Find(HttpContext http, Guid questionId) =>
        actor.IsSignedIn ? Voice.Of(questionId, VoiceKind.Account, actor.AccountId.ToString("N"))
        : Read(http) is { } secret ? Voice.Of(questionId, VoiceKind.Device, secret)
        : null;

    /// <summary>The caller's voice; a device without one gets its cookie with this answer.</summary>
    public Voice Greet(HttpContext http, Guid questionId)
    {
        if (Find(http, questionId) is { } known)
            return known;
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        http.Response.Cookies.Append(
            CookieName,
            protector.Protect(secret),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                Path = http.Request.PathBase + CookiePath,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
        return Voice.Of(questionId, VoiceKind.Device, secret);
    }

    private string? Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } sealedSecret)
            return null;
        try
        {
            return protector.Unprotect(sealedSecret);
        }
        catch (CryptographicException)
        {
            // Somebody else's, or made up: as good as none.
            return null;
        }
    }
}
