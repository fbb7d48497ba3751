using Concentric.Platform.Identity;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Who does something to a matter, on which day, and how many days what follows has.</summary>
/// <param name="Doer">Who, and at which moment.</param>
/// <param name="Today">In the committee's zone.</param>
/// <param name="Deadlines">The days of the stages.</param>
public readonly record struct MatterAct(Doer Doer, DateOnly Today, MatterDeadlines Deadlines);
