using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Concentric.Platform.Web.Forms;

/// <summary>
/// Binds days and times of day from text, with an error that says what is wrong, and keeps what was typed so that the page can
/// show it again (the browser's own date field would throw 2023-02-30 away).
/// </summary>
public sealed class DateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var sent = bindingContext.ValueProvider.GetValue(name);
        if (sent == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(name, sent);
        var typed = sent.FirstValue?.Trim() ?? "";
        var text = bindingContext.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<WebTexts>>();
        var isDay = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(DateOnly);
        if (typed.Length == 0)
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            else
                bindingContext.ModelState.TryAddModelError(name, text["Error.Required"]);
        }
        else if (isDay)
        {
            BindDay(bindingContext, typed, text);
        }
        else if (DateText.ReadTime(typed, out var time))
        {
            bindingContext.Result = ModelBindingResult.Success(time);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(name, text["Error.NotATime", typed]);
        }
        return Task.CompletedTask;
    }

    private static void BindDay(ModelBindingContext binding, string typed, IStringLocalizer text)
    {
        var fault = DateText.Read(typed, out var day, out _);
        if (fault == DateFault.None)
            binding.Result = ModelBindingResult.Success(day);
        else
            binding.ModelState.TryAddModelError(binding.ModelName, Explain(typed, text));
    }

    /// <summary>The sentence for a date that cannot be read.</summary>
    internal static string Explain(string typed, IStringLocalizer text) =>
        DateText.Read(typed, out _, out var parts) == DateFault.NoSuchDay
            ? text["Error.NoSuchDay", parts.Year, parts.Month, parts.Day]
            : text["Error.NotADate", typed];
}

/// <summary>Gives <see cref="DateOnly"/> and <see cref="TimeOnly"/> their binder.</summary>
public sealed class DateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) || context.Metadata.UnderlyingOrModelType == typeof(TimeOnly)
            ? new DateBinder()
            : null;
}
