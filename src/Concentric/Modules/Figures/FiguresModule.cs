using Concentric.Modules.Figures.Accounts;
using Concentric.Modules.Figures.Catalogue;
using Concentric.Modules.Figures.Demo;
using Concentric.Modules.Figures.Years;
using Concentric.Platform;
using Concentric.Platform.Demo;
using Concentric.Platform.Web;
using Concentric.Platform.Web.Home;
using Concentric.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Figures;

/// <summary>数字与报告: every number a question asked of the ledger, and the annual account made of them.</summary>
public sealed class FiguresModule : IModule
{
    public string Name => "figures";

    public Type Texts => typeof(FiguresTexts);

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FigureCatalog>();
        services.AddSingleton<FigureWording>();
        services.AddSingleton<AccountLiquid>();
        services.AddSingleton<AccountTemplates>();
        services.AddScoped<FigureReader>();
        services.AddScoped<FigureYears>();
        services.AddScoped<FactRows>();
        services.AddScoped<AccountReader>();
        services.AddScoped<AccountPublishing>();
        services.AddScoped<AccountDocument>();
        services.AddSingleton<TypedNumbers>();
        services.AddSingleton<IDemoPart, FiguresDemo>();
        services.AddScoped<FiguresApi>();
        services.AddScoped<AccountsApi>();
        services.AddScoped<IHomeFigures, FiguresAtHome>();
        services.AddScoped<IWaitingWork, FiguresWaiting>();
        services.AddScoped<YearQuestions>();
        services.AddScoped<DrillQuestions>();
        services.AddScoped<FactQuestions>();
    }

    public void MapModel(ModelBuilder model) => FiguresModel.Map(model);

    public IReadOnlyList<string> Permissions => FigurePermissions.All;

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new MenuEntry(Face.Portal, "Menu.Figures", "/figures", "chart-bar", null, 60),
            new MenuEntry(Face.Portal, "Menu.Figures", "/figures", "chart-bar", null, 60, Under: "/figures"),
            new MenuEntry(Face.Portal, "Menu.AnnualAccounts", "/annual-accounts", "report", null, 61, Under: "/figures"),
            new MenuEntry(
                Face.Office,
                "Menu.Figures",
                "/office/figures",
                "chart-bar",
                FigurePermissions.Read,
                60,
                "Menu.Account"
            ),
            new MenuEntry(
                Face.Office,
                "Menu.AnnualAccounts",
                "/office/annual-accounts",
                "report",
                FigurePermissions.ReadAccounts,
                61,
                "Menu.Account"
            ),
        ];
}

/// <summary>What may be done with figures and accounts.</summary>
public static class FigurePermissions
{
    public const string Read = "figures.figures.read";
    public const string OpenYears = "figures.years.open";
    public const string ReadAccounts = "figures.accounts.read";
    public const string WriteAccounts = "figures.accounts.write";
    public const string ReviewAccounts = "figures.accounts.review";
    public const string SignAccounts = "figures.accounts.sign";
    public const string PublishAccounts = "figures.accounts.publish";

    public static IReadOnlyList<string> All { get; } =
    [Read, OpenYears, ReadAccounts, WriteAccounts, ReviewAccounts, SignAccounts, PublishAccounts];
}

/// <summary>The module's words.</summary>
public sealed class FiguresTexts;
