using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Registers what every endpoint needs that answers with server-sent events.</summary>
internal static class StreamingSetup
{
    public static void AddStreaming(this IServiceCollection services)
    {
        services
            .AddOptions<StreamOptions>()
            .BindConfiguration(StreamOptions.Section)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StreamOptions>, StreamOptions.Validator>();
        services.AddSingleton<EventStreams>();
    }
}
