using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>
/// The child's end: hosts the gateway just as it would be hosted in process, answers questions,
/// and ends with its standard input, which the death of its parent closes too.
/// </summary>
internal static class ChildProgram
{
    /// <summary>How long a gateway may take to stop before it is ended.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <returns>The process's exit code.</returns>
    public static int Run()
    {
        // A terminal's Ctrl-C reaches the child too, whose parent says when it ends.
        using var interrupt = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            context => context.Cancel = true
        );
        using var input = new StreamReader(Console.OpenStandardInput());
        if (input.ReadLine() is not { } line)
        {
            return 1;
        }
        var order = ChildOrder.Parse(line);
        if (order.Libraries is { } program)
        {
            // Ahead of all that names a type which is in none of the gateway's libraries.
            Libraries.AddOf(program);
        }
        using var parent = new ChildVoice(Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);

        // Elsewhere, so that a start which hangs does not outlive the parent.
        var starting = Task.Run(() => StartAsync(order, parent));
        using var watch = new ChildWatch(
            (number, slice) =>
                Tell(parent, order, new ChildMessage { Watch = number, Slice = slice })
        );
        // On a thread of its own: a gateway that has starved the pool still answers.
        while (input.ReadLine() is { } question)
        {
            Answer(ChildQuestion.Parse(question), starting, watch, m => Tell(parent, order, m));
        }
        watch.End();
        Stop(starting);
        return 0;
    }

    private static void Answer(
        ChildQuestion question,
        Task<IRunningGateway?> starting,
        ChildWatch watch,
        Action<ChildMessage> tell
    )
    {
        if (question.Usage is { } number)
        {
            var usage = ProcessUsage.Read();
            var allocated = usage.AllocatedBytes - watch.AllocatedBytes;
            tell(
                new ChildMessage
                {
                    Answer = number,
                    Usage = usage with { AllocatedBytes = allocated },
                }
            );
        }
        else if (question.EndsWatch)
        {
            watch.End();
        }
        else if (question.Watch is { } watched && starting.Result is { } gateway)
        {
            watch.Begin(gateway.Watched.Here, watched, question.Started);
        }
    }

    private static async Task<IRunningGateway?> StartAsync(ChildOrder order, ChildVoice parent)
    {
        try
        {
            var setup = order.ToSetup();
            setup.WhenFaulted = fault => Tell(parent, order, new ChildMessage { Fault = fault });
            var gateway = await InProcessAsync(order, setup);
            Tell(
                parent,
                order,
                new ChildMessage
                {
                    Listening = gateway.BaseAddress,
                    ServerGc = GCSettings.IsServerGC,
                }
            );
            return gateway;
        }
        catch (Exception e)
        {
            var told = e as TargetStartException;
            told ??= StartFailure.Explain(order.Assembly, order.Port, e);
            Tell(parent, order, new ChildMessage { StartFailure = told.Message });
            return null;
        }
    }

    private static void Tell(ChildVoice parent, ChildOrder order, ChildMessage message) =>
        parent.Tell(message.ToLine(order.Token));

    private static Task<IRunningGateway> InProcessAsync(ChildOrder order, GatewayHostSetup setup)
    {
        var entryPoint = Assembly
            .Load(order.Assembly)
            .GetType(order.EntryPoint, throwOnError: true)!;
        return (Task<IRunningGateway>)
            typeof(InProcessGateway<>)
                .MakeGenericType(entryPoint)
                .GetMethod(nameof(InProcessGateway<object>.StartAsync))!
                .Invoke(null, [setup, CancellationToken.None])!;
    }

    private static void Stop(Task<IRunningGateway?> starting)
    {
        var stopped = Task.Run(async () =>
        {
            if (await starting is { } gateway)
            {
                await gateway.DisposeAsync();
            }
        });
        try
        {
            if (stopped.Wait(Grace))
            {
                return;
            }
        }
        catch (AggregateException)
        {
            // It fails while it stops, which no figure depends on.
        }
        // An ordinary exit would wait for the same gateway once more.
        System.Diagnostics.Process.GetCurrentProcess().Kill();
    }
}
