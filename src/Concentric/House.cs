using Concentric.Modules.Administration;
using Concentric.Modules.Appraisal;
using Concentric.Modules.Consultation;
using Concentric.Modules.Desk;
using Concentric.Modules.Figures;
using Concentric.Modules.Meetings;
using Concentric.Modules.Members;
using Concentric.Modules.Portal;
using Concentric.Modules.Study;
using Concentric.Platform;

namespace Concentric;

/// <summary>The modules of the house, in the order of the menu. Adding a module is adding its line here.</summary>
public static class House
{
    public static ModuleCatalog Modules { get; } =
        new([
            new DeskModule(),
            new MembersModule(),
            new MeetingsModule(),
            new StudyModule(),
            new ConsultationModule(),
            new AppraisalModule(),
            new FiguresModule(),
            new PortalModule(),
            new AdministrationModule(),
        ]);
}
