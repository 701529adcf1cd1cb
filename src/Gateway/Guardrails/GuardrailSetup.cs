using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the guardrail and its settings.</summary>
internal static class GuardrailSetup
{
    public static void AddGuardrail(this IServiceCollection services)
    {
        services
            .AddOptions<GuardrailOptions>()
            .BindConfiguration(GuardrailOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GuardrailOptions>, GuardrailOptions.Validator>();
        services.AddSingleton<GuardrailMetrics>();
    }

    /// <summary>Puts the guardrail before a client, if it is switched on.</summary>
    public static IChatClient WithGuardrail(this IChatClient client, IServiceProvider services) =>
        services.GetRequiredService<IOptions<GuardrailOptions>>().Value.Enabled
            ? ActivatorUtilities.CreateInstance<GuardrailChatClient>(services, client)
            : client;
}
