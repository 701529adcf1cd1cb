using System.Threading.Channels;

namespace GatewayBench;

/// <summary>
/// The arm's end: starts what it is ordered, does what it is asked, one thing after the other, and
/// ends with its standard input, which the death of its parent closes too.
/// </summary>
internal static class ArmProgram
{
    /// <param name="input">Its standard input.</param>
    /// <param name="output">Its standard output.</param>
    /// <param name="prepare">Makes what is loaded.</param>
    /// <param name="explain">Says in one line why it can't go on; null for a mistake of ours, which is thrown.</param>
    /// <returns>Whether all went well.</returns>
    public static async Task<bool> RunAsync(
        TextReader input,
        Stream output,
        Func<ArmOrder, CancellationToken, Task<ArmSetup>> prepare,
        Func<Exception, string?> explain
    )
    {
        if (await input.ReadLineAsync() is not { } line)
        {
            return false;
        }
        var order = ArmOrder.Parse(line);
        using var parent = new ChildVoice(output);
        // Never disposed: the parent may end while we do.
        var stop = new CancellationTokenSource();
        var requests = Channel.CreateUnbounded<ArmRequest>();
        // On a thread of its own: a gateway that has starved the pool still ends with its parent.
        new Thread(() => Listen(input, requests.Writer, stop)) { IsBackground = true }.Start();
        try
        {
            var setup = await prepare(order, stop.Token);
            await using var owned = setup.Owned;
            await using var loads = await ArmLoads.StartAsync(setup, stop.Token);
            Tell(new ArmMessage { Ready = ReadyOf(setup, loads) });
            await foreach (var request in requests.Reader.ReadAllAsync(stop.Token))
            {
                Tell(await AnswerAsync(loads.All[request.Row], request));
            }
            return true;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return true;
        }
        catch (Exception e) when (explain(e) is { } why)
        {
            Tell(new ArmMessage { Failure = why });
            return false;
        }

        void Tell(ArmMessage message) => parent.Tell(message.ToLine(order.Token));
    }

    private static ArmReady ReadyOf(ArmSetup setup, ArmLoads loads)
    {
        var info = setup.Rows[0].Target.Info;
        return new ArmReady(
            [.. setup.Rows.Select(row => row.Scenario.Name)],
            info.Name,
            info.Transport,
            info.Commit,
            loads.All.Sum(load => load.WarmUp.TotalSeconds),
            loads.All.Any(load => load.Settled == false) ? false : loads.All[0].Settled
        );
    }

    private static async Task<ArmMessage> AnswerAsync(ArmLoad load, ArmRequest request)
    {
        var length = TimeSpan.FromSeconds(request.Seconds);
        return request.Rate is { } rate
            ? new ArmMessage { Answer = request.Number, Open = await load.OpenAsync(rate, length) }
            : new ArmMessage { Answer = request.Number, Slice = await load.SliceAsync(length) };
    }

    private static void Listen(
        TextReader input,
        ChannelWriter<ArmRequest> requests,
        CancellationTokenSource stop
    )
    {
        while (input.ReadLine() is { } line)
        {
            requests.TryWrite(ArmRequest.Parse(line));
        }
        stop.Cancel();
    }
}
