using System.Collections.Concurrent;

namespace Concentric.Platform.Data;

/// <summary>Which entities carry an attribute. Every save asks it of every row, so each type is looked at once.</summary>
internal static class Marked<TAttribute>
    where TAttribute : Attribute
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    internal static bool Is(Type type) => Known.GetOrAdd(type, one => one.IsDefined(typeof(TAttribute), inherit: true));
}
