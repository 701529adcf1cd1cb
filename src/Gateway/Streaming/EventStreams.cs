using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Makes the streams of events that answers are sent as.</summary>
internal sealed class EventStreams(
    IOptions<StreamOptions> options,
    Draining draining,
    TimeProvider clock
)
{
    private readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(options.Value.KeepAliveSeconds);

    public EventStream Open(HttpContext context) =>
        new(context, _keepAlive, clock, draining.Ending);
}
