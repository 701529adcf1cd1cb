using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers the agent and its settings.</summary>
internal static class AgentSetup
{
    public static void AddAgent(this IServiceCollection services)
    {
        services
            .AddOptions<AgentOptions>()
            .BindConfiguration(AgentOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptions.Validator>();
        services.AddTools();
        services.AddSingleton<AgentMetrics>();
        services.AddSingleton<ToolCaller>();
        services.AddSingleton<AgentRunner>();
        services.AddSingleton<SubAgents>();
        services.AddSingleton<AIFunction, DelegateTool>();
        services.AddSingleton<Toolbox>();
    }

    /// <summary>Puts the agent before a model, unless it is switched off.</summary>
    public static IChatClient WithAgent(this IChatClient model, IServiceProvider services) =>
        services.GetRequiredService<IOptions<AgentOptions>>().Value.Enabled
            ? ActivatorUtilities.CreateInstance<AgentLoop>(services, model)
            : model;
}
