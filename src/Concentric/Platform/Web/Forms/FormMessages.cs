using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Concentric.Platform.Web.Forms;

/// <summary>
/// Messages of binding and of the common validation attributes in the reader's language. They do not repeat the field's name:
/// they stand beside it, and the summary puts the label in front.
/// </summary>
internal sealed class FormMessages(IStringLocalizer<WebTexts> text)
    : IConfigureOptions<MvcOptions>,
        IConfigureOptions<MvcDataAnnotationsLocalizationOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new DateBinderProvider());
        options.ModelMetadataDetailsProviders.Add(new MessageKeys());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => text["Error.Required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => text["Error.Required"]);
        messages.SetMissingKeyOrValueAccessor(() => text["Error.Required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Error.Required"]);
        messages.SetValueIsInvalidAccessor(typed => text["Error.NotAllowed", typed]);
        messages.SetAttemptedValueIsInvalidAccessor((typed, _) => text["Error.NotAllowed", typed]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(typed => text["Error.NotAllowed", typed]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["Error.Choose"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Error.Choose"]);
        messages.SetValueMustBeANumberAccessor(typed => text["Error.NotANumber", typed]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Error.NotANumber", ""]);
    }

    public void Configure(MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (_, _) => text;

    /// <summary>Gives each attribute without a message of its own the key of ours.</summary>
    private sealed class MessageKeys : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
                if (IsSilent(attribute) && KeyOf(attribute) is { } key)
                    attribute.ErrorMessage = key;
        }

        // Those for addresses come with an English sentence of the framework.
        private static bool IsSilent(ValidationAttribute attribute) =>
            attribute.ErrorMessageResourceName is null && (attribute.ErrorMessage is null || attribute is DataTypeAttribute);

        private static string? KeyOf(ValidationAttribute attribute) =>
            attribute switch
            {
                RequiredAttribute => "Error.Required",
                StringLengthAttribute { MinimumLength: > 0 } => "Error.Length",
                StringLengthAttribute or MaxLengthAttribute => "Error.TooLong",
                MinLengthAttribute => "Error.TooShort",
                RangeAttribute => "Error.Range",
                EmailAddressAttribute => "Error.Email",
                PhoneAttribute => "Error.Phone",
                UrlAttribute => "Error.Url",
                CompareAttribute => "Error.Differs",
                RegularExpressionAttribute => "Error.Pattern",
                _ => null,
            };
    }
}
