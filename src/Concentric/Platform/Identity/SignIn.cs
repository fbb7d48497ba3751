using System.Security.Claims;
using Concentric.Platform.Data;
using Concentric.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Platform.Identity;

/// <summary>Registers sign-in: one cookie per committee, checked against the account at every request.</summary>
internal static class SignIn
{
    internal static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddSingleton<RoleCatalog>();
        services.AddSingleton<OfficeList>();
        services.AddScoped<ActorField>();
        services.AddScoped<AdministratorSeats>();
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // Names may be Chinese; the page checks length and white space in words.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager();
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                options =>
                {
                    options.CookieManager = new CommitteeCookies();
                    options.Cookie.Name = "concentric";
                    options.Cookie.HttpOnly = true;
                    options.Cookie.SameSite = SameSiteMode.Lax;
                    options.Cookie.Path = "/";
                    options.LoginPath = "/sign-in";
                    options.AccessDeniedPath = "/not-found";
                    options.ReturnUrlParameter = "return";
                    options.ExpireTimeSpan = TimeSpan.FromHours(12);
                    options.SlidingExpiration = true;
                    options.Events.OnValidatePrincipal = CheckAsync;
                    options.Events.OnRedirectToAccessDenied = context =>
                    {
                        // What may not be seen is not found.
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                    };
                }
            );
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new ClosedByDefault()).Build());
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        return services;
    }

    /// <summary>A session holds while its account stands, belongs to this committee, and has not been signed out everywhere.</summary>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var db = services.GetRequiredService<AppDb>();
        var stampClaim = services
            .GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentityOptions>>()
            .Value.ClaimsIdentity.SecurityStampClaimType;
        var stamp = context.Principal?.FindFirstValue(stampClaim);
        var account =
            services.GetRequiredService<CurrentCommittee>().IsSet
            && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
                ? await db.Accounts.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == id)
                : null;
        if (account is null || account.DisabledAt is not null || account.SecurityStamp != stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        var roles = services.GetRequiredService<RoleCatalog>();
        services.GetRequiredService<CurrentActor>().SignIn(account, roles.PermissionsOf(account.Roles.Select(role => role.Role)));
    }
}

/// <summary>One session cookie per committee, with the __Host- prefix over TLS.</summary>
internal sealed class CommitteeCookies : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameFor(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameFor(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        inner.DeleteCookie(context, NameFor(context, key), options);

    private static string NameFor(HttpContext context, string key)
    {
        var committee = context.RequestServices.GetRequiredService<CurrentCommittee>();
        var name = committee.IsSet ? $"{key}-{committee.Value.Slug}" : key;
        return context.Request.IsHttps ? "__Host-" + name : name;
    }
}
