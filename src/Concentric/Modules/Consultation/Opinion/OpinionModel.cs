using Microsoft.EntityFrameworkCore;

namespace Concentric.Modules.Consultation.Opinion;

/// <summary>Tables of maps of opinion.</summary>
internal static class OpinionModel
{
    internal static void Map(ModelBuilder model) { }
}
