namespace Concentric.Modules.Consultation.Opinion;

/// <summary>What may be done with maps of opinion.</summary>
public static class OpinionPermissions
{
    public const string Read = "consultation.questions.read";

    /// <summary>Write questions and the statements they begin with.</summary>
    public const string Write = "consultation.questions.write";

    /// <summary>Open and close a question.</summary>
    public const string Close = "consultation.questions.close";

    /// <summary>Accept and reject what voters offer, and look at what they point out.</summary>
    public const string Moderate = "consultation.questions.moderate";

    /// <summary>Take the votes out as files, and in from elsewhere.</summary>
    public const string Exchange = "consultation.questions.exchange";

    public static IReadOnlyList<string> All { get; } = [Read, Write, Close, Moderate, Exchange];
}
