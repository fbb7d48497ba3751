namespace Concentric.Platform.Web.Forms;

/// <summary>The fields that a page has shown, in their order: the error summary on top takes labels and links from it.</summary>
internal sealed class FieldRegistry
{
    private readonly List<ShownField> fields = [];

    public IReadOnlyList<ShownField> Fields => fields;

    public void Add(ShownField field) => fields.Add(field);

    public static FieldRegistry Of(HttpContext context)
    {
        if (context.Items[typeof(FieldRegistry)] is FieldRegistry known)
            return known;
        var created = new FieldRegistry();
        context.Items[typeof(FieldRegistry)] = created;
        return created;
    }
}

/// <summary>A field by its name in the form, the id its error links to, and its label.</summary>
internal sealed record ShownField(string Name, string Id, string Label);
