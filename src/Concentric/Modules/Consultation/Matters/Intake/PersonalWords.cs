using Concentric.Platform;
using Concentric.Rules.Text;

namespace Concentric.Modules.Consultation.Matters.Intake;

/// <summary>
/// Looks through words that others will read for what tells who somebody is. It is shown to whoever enters a matter and to whoever clears
/// one for the public; a person decides.
/// </summary>
public sealed class PersonalWords(DataFolder data)
{
    private readonly PersonalDataFinder finder = new(data.ReadYaml<PersonalDataCues>("consultation/personal-data-cues.yaml"));

    /// <summary>The pieces in the order of the text.</summary>
    public IReadOnlyList<PersonalDataMark> Find(string? text) => string.IsNullOrWhiteSpace(text) ? [] : finder.Find(text);
}
