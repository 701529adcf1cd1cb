using Microsoft.AspNetCore.Authorization;

namespace Gateway;

/// <summary>Marks what operators and load balancers call: open to all, and beyond every limit.</summary>
internal sealed class Operational
{
    private static readonly Operational Mark = new();

    private Operational() { }

    public static bool Is(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Operational>() is not null;

    public static void Add(IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(Mark, new AllowAnonymousAttribute());
}
