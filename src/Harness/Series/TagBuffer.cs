using System.Runtime.CompilerServices;

namespace GatewayBench;

/// <summary>The few tags of a measurement that split its series, on the stack.</summary>
[InlineArray(KeptTags.Most)]
internal struct TagBuffer
{
    private KeyValuePair<string, object?> _first;
}
