using System.Security.Cryptography;
using Concentric.Platform.Data;
using Concentric.Platform.Files;
using Concentric.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>Finds and keeps the draft of whoever fills in the resident's form.</summary>
public sealed class IntakeDrafts(AppDb db, PersonalDataSeal seal, TimeProvider time)
{
    private const string CookieName = "concentric-matter";
    private const string CookiePath = "/matters";
    private const int LongestKey = 64;

    /// <summary>The browser's draft, tracked; none when nothing was answered yet.</summary>
    public async Task<MatterDraft?> FindAsync(HttpContext http, CancellationToken cancellation)
    {
        if (KeyOf(http) is not { } key)
            return null;
        var digest = MatterDraft.DigestOf(key);
        var since = time.GetUtcNow() - MatterDraft.Kept;
        return await db.Set<MatterDraft>()
            .SingleOrDefaultAsync(draft => draft.KeyDigest == digest && draft.SavedAt > since, cancellation);
    }

    public DraftAnswers AnswersOf(MatterDraft? draft) => draft?.Answers(seal) ?? new DraftAnswers();

    /// <summary>
    /// Gives the browser its key, with the page that has the form: a first answer sent twice is then one draft. A key that is known stays.
    /// </summary>
    public static void Greet(HttpContext http)
    {
        if (KeyOf(http) is null)
            GiveKey(http);
    }

    /// <summary>The next matter gets a draft of its own.</summary>
    public static void Begin(HttpContext http) => GiveKey(http);

    /// <summary>Whether the browser sent its key; one that refuses cookies never does.</summary>
    public static bool HasKey(HttpContext http) => KeyOf(http) is not null;

    /// <summary>The draft with other answers, in the next save; a new one for a new key.</summary>
    /// <returns>None when the browser refuses cookies.</returns>
    public async Task<MatterDraft?> KeepAsync(
        HttpContext http,
        Func<DraftAnswers, DraftAnswers> change,
        CancellationToken cancellation
    )
    {
        if (KeyOf(http) is not { } key)
            return null;
        var draft = await FindAsync(http, cancellation);
        if (draft is null)
        {
            // One whose day is over may still stand there.
            var digest = MatterDraft.DigestOf(key);
            await db.Set<MatterDraft>().Where(row => row.KeyDigest == digest).ExecuteDeleteAsync(cancellation);
            db.Add(draft = MatterDraft.Of(key));
        }

        draft.Keep(change(draft.Answers(seal)), seal, time.GetUtcNow());
        return draft;
    }

    public Task<List<StoredFile>> PicturesAsync(MatterDraft draft, CancellationToken cancellation) =>
        db
            .StoredFiles.Where(file => file.OwnerType == MatterDraft.PictureOwner && file.OwnerId == draft.Id)
            .OrderBy(file => file.StoredAt)
            .ThenBy(file => file.Id)
            .ToListAsync(cancellation);

    /// <summary>Forgets everything that was typed and chosen.</summary>
    public async Task DiscardAsync(HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(http, cancellation) is { } draft)
        {
            db.RemoveRange(await PicturesAsync(draft, cancellation));
            db.Remove(draft);
            await db.SaveChangesAsync(cancellation);
        }

        http.Response.Cookies.Delete(CookieName, Options(http));
    }

    private static string? KeyOf(HttpContext http) =>
        http.Request.Cookies[CookieName] is { Length: > 0 and <= LongestKey } key ? key : null;

    private static void GiveKey(HttpContext http) =>
        http.Response.Cookies.Append(CookieName, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = MatterDraft.Kept,
            Path = http.Request.PathBase + CookiePath,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        };
}
