using Concentric.Modules.Members.Import;
using Concentric.Platform;
using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Members;

/// <summary>委员: people, their seats, their accounts' invitations, import and export.</summary>
public sealed class MembersModule : IModule
{
    public string Name => "members";

    public Type Texts => typeof(MembersTexts);

    public IReadOnlyList<string> Permissions => MembersPermissions.All;

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Pinyin>();
        services.AddSingleton<SectorList>();
        services.AddSingleton<PartyList>();
        services.AddScoped<ContactSeal>();
        services.AddScoped<MemberRegister>();
        services.AddSingleton<MemberColumns>();
        services.AddSingleton<ImportProgress>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
        services.AddScoped<MemberImport>();
        services.AddScoped<MembersApi>();
    }

    public void MapModel(ModelBuilder model) => MembersModel.Map(model);
}

/// <summary>The module's words.</summary>
public sealed class MembersTexts;
