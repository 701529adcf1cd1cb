namespace GatewayBench;

internal sealed class ResetFault() : Fault("reset")
{
    internal override bool ChangesBody => false;

    internal override ValueTask BeforeAsync(FaultedAnswer answer)
    {
        answer.Context.Abort();
        throw new OperationCanceledException("A fault has reset the connection.");
    }
}
