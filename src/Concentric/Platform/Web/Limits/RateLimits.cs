using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Concentric.Platform.Tenancy;

namespace Concentric.Platform.Web.Limits;

/// <summary>
/// How often one address may send the forms that need no sign-in. Reading pages is not counted. A page asks for a limit with
/// <c>[EnableRateLimiting(RateLimits.SignIn)]</c>; the answer beyond it is 429 with Retry-After, as a page in words.
/// </summary>
public static class RateLimits
{
    /// <summary>Signing in and using an invitation: 30 a minute. An office behind one address fits; guessing does not.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Forms of the public: 10 a minute.</summary>
    public const string PublicForms = "public-forms";

    /// <summary>Answers of one tap each: 120 a minute. Several people of one household or village hall fit; a program is slowed.</summary>
    public const string Votes = "votes";

    /// <summary>What programs send: 300 a minute. One that serves a whole town fits; guessing a key or a code does not.</summary>
    public const string Programs = "programs";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static IServiceCollection AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                );
                var answer = rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SlowedAnswer>();
                return answer is null
                    ? ValueTask.CompletedTask
                    : new ValueTask(answer.Of(rejected.HttpContext).ExecuteAsync(rejected.HttpContext));
            };
            options.AddPolicy(SignIn, context => PerAddress(context, SignIn, 30));
            options.AddPolicy(PublicForms, context => PerAddress(context, PublicForms, 10));
            options.AddPolicy(Votes, context => PerAddress(context, Votes, 120));
            options.AddPolicy(Programs, context => PerAddress(context, Programs, 300, countsReading: true));
        });

    private static RateLimitPartition<string> PerAddress(
        HttpContext context,
        string policy,
        int permitted,
        bool countsReading = false
    ) =>
        !countsReading && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetSlidingWindowLimiter(
                $"{policy} {context.RequestServices.GetRequiredService<CurrentCommittee>().Id} {Network(context.Connection.RemoteIpAddress)}",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = permitted,
                    Window = Window,
                    SegmentsPerWindow = 6,
                    QueueLimit = 0,
                }
            );

    /// <summary>An IPv6 subscriber holds a whole /64; changing the rest of the address is no other caller.</summary>
    internal static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }
}

/// <summary>How an endpoint for programs says that it was asked too often, in the form that they read; pages need nothing of it.</summary>
internal sealed record SlowedAnswer(Func<HttpContext, IResult> Of);
