using Concentric.Platform;
using Concentric.Platform.Web;

namespace Concentric.Modules.Members;

/// <summary>One kind of personal data that is kept: why, on what basis, who sees it, for how long.</summary>
public sealed class PersonalDataField
{
    public string Id { get; set; } = "";
    public string Title { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string Purpose { get; set; } = "";
    public string PurposeEn { get; set; } = "";
    public string Basis { get; set; } = "";
    public string BasisEn { get; set; } = "";
    public string SeenBy { get; set; } = "";
    public string SeenByEn { get; set; } = "";
    public string Kept { get; set; } = "";
    public string KeptEn { get; set; } = "";

    /// <summary>Masked until somebody who may asks to see it, and every look is logged.</summary>
    public bool Sensitive { get; set; }

    public string NameShown => Language.IsEnglish ? TitleEn : Title;
    public string PurposeShown => Language.IsEnglish ? PurposeEn : Purpose;
    public string BasisShown => Language.IsEnglish ? BasisEn : Basis;
    public string SeenByShown => Language.IsEnglish ? SeenByEn : SeenBy;
    public string KeptShown => Language.IsEnglish ? KeptEn : Kept;
}

/// <summary>个人信息清单: the personal data of members that is kept, from <c>data/personal-data.yaml</c>.</summary>
public sealed class PersonalDataRegistry(DataFolder data)
{
    public IReadOnlyList<PersonalDataField> All { get; } = data.ReadYaml<RegistryFile>("personal-data.yaml").Fields;

    /// <summary>What is kept of people who are no members.</summary>
    public IReadOnlyList<PersonalDataField> Others { get; } = data.ReadYaml<RegistryFile>("personal-data.yaml").Others;

    /// <exception cref="InvalidOperationException">The registry has no such field.</exception>
    public PersonalDataField Get(string id) => All.Single(field => field.Id == id);

    internal sealed class RegistryFile
    {
        public List<PersonalDataField> Fields { get; set; } = [];
        public List<PersonalDataField> Others { get; set; } = [];
    }
}
