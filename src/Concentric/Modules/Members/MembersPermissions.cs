namespace Concentric.Modules.Members;

/// <summary>What may be done with members.</summary>
public static class MembersPermissions
{
    /// <summary>List and files, with contacts masked.</summary>
    public const string Read = "members.read";

    /// <summary>Create, edit, import, end a membership.</summary>
    public const string Edit = "members.edit";

    /// <summary>See a masked contact; every look is logged.</summary>
    public const string ReadContacts = "members.contacts.read";

    /// <summary>Party, ethnicity and religious sector.</summary>
    public const string ReadSensitive = "members.sensitive.read";

    /// <summary>Give members their accounts.</summary>
    public const string Invite = "members.invite";

    public static IReadOnlyList<string> All { get; } = [Read, Edit, ReadContacts, ReadSensitive, Invite];
}
