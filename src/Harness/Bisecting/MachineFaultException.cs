namespace GatewayBench;

/// <summary>
/// Neither commit's fault: pairs are lost to the machine. Judging a commit by it would send the search
/// the wrong way.
/// </summary>
internal sealed class MachineFaultException(string message, Exception? inner = null)
    : Exception(message, inner)
{
    public static MachineFaultException NoMore(int pairs) =>
        new($"no more than {pairs} pairs could be measured");
}
