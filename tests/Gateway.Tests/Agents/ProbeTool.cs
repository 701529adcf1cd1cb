using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>A tool that does what a test says, and counts how many of its calls run at once.</summary>
internal sealed class ProbeTool(
    string name,
    Func<AIFunctionArguments, CancellationToken, Task<object?>> run
) : AIFunction
{
    private int _running;
    private int _most;
    private int _calls;
    private int _cancelled;

    public override string Name => name;

    public int Calls => Volatile.Read(ref _calls);

    public int Running => Volatile.Read(ref _running);

    public int MostAtOnce => Volatile.Read(ref _most);

    public int Cancelled => Volatile.Read(ref _cancelled);

    protected override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _calls);
        var running = Interlocked.Increment(ref _running);
        InterlockedMax(ref _most, running);
        try
        {
            return await run(arguments, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref most)) < value)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
