namespace GatewayBench;

internal sealed class SlowHeadersFault(TimeSpan by) : Fault("slow-headers", Duration.ToText(by))
{
    internal override bool ChangesBody => false;

    internal override ValueTask BeforeAsync(FaultedAnswer answer) => answer.WaitAsync(by);
}
