using System.Security.Cryptography;
using System.Text;
using Concentric.Platform.Data;
using Concentric.Platform.PersonalData;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>Seals a member's contacts. A keyed digest of the phone number finds duplicates without opening anything.</summary>
public sealed class ContactSeal(IDataProtectionProvider protection, CurrentCommittee committee, AppDb db)
    : PersonalDataSeal(protection, committee)
{
    private byte[]? traceKey;

    /// <summary>Digest of a phone number as <see cref="Contacts.TidyPhone"/> writes it.</summary>
    public async Task<string?> TraceAsync(string? phone, CancellationToken cancellation = default) =>
        string.IsNullOrEmpty(phone) ? null : Trace(phone, await PrepareAsync(cancellation));

    /// <summary>Digests many numbers after one look for the key.</summary>
    public async Task<Func<string, string>> TracerAsync(CancellationToken cancellation = default)
    {
        var key = await PrepareAsync(cancellation);
        return phone => Trace(phone, key);
    }

    private static string Trace(string phone, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(phone)).AsSpan(0, 16));

    private async Task<byte[]> PrepareAsync(CancellationToken cancellation)
    {
        if (traceKey is not null)
            return traceKey;
        var kept = await FindKeyAsync(cancellation);
        if (kept is null)
        {
            var fresh = new ContactKey { Id = ContactKey.Only, Sealed = Protector.Protect(RandomNumberGenerator.GetBytes(32)) };
            db.Add(fresh);
            try
            {
                await db.SaveChangesAsync(cancellation);
                kept = fresh;
            }
            catch (DbUpdateException failure) when (failure.IsDuplicate())
            {
                // Another request made it in the same moment.
                db.Entry(fresh).State = EntityState.Detached;
                kept = await FindKeyAsync(cancellation);
            }
        }

        return traceKey = Protector.Unprotect(kept!.Sealed);
    }

    private Task<ContactKey?> FindKeyAsync(CancellationToken cancellation) =>
        db.Set<ContactKey>().AsNoTracking().SingleOrDefaultAsync(cancellation);
}
