using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Matters;

/// <summary>Tables of matters.</summary>
internal static class MatterModel
{
    internal static void Map(ModelBuilder model) { }
}
