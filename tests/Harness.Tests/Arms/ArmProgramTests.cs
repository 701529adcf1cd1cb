using System.IO.Pipelines;
using GatewayBench.Tests.Execution;

namespace GatewayBench.Tests.Arms;

public sealed class ArmProgramTests
{
    private static readonly ArmOrder _order = new()
    {
        Token = "token",
        Bench = "/bench.yaml",
        Users = 2,
        Settings = new Dictionary<string, string> { ["Key"] = "secret" },
        Transport = Transport.InMemory,
    };

    private readonly Pipe _toArm = new();
    private readonly Pipe _fromArm = new();

    [Fact]
    public async Task It_says_ready_answers_what_it_is_asked_and_ends_with_its_input()
    {
        await using var target = new ServerTarget(Execution.Runs.OkAsync);
        ArmOrder? heard = null;
        var arm = RunAsync(order =>
        {
            heard = order;
            return Task.FromResult(
                new ArmSetup(
                    [new Row(target, Execution.Runs.Get, Load.Closed(2, TimeSpan.FromSeconds(1)))],
                    Execution.Runs.Options,
                    target
                )
            );
        });
        await TellAsync(_order.ToLine());
        var output = new StreamReader(_fromArm.Reader.AsStream());
        var ready = await NextAsync(output);
        await TellAsync(new ArmRequest(7, 0.02).ToLine());
        var slice = await NextAsync(output);
        await TellAsync(new ArmRequest(8, 0.1, Rate: 100).ToLine());
        var open = await NextAsync(output);
        await _toArm.Writer.CompleteAsync();

        Assert.True(await arm);
        Assert.Equal(
            _order with
            {
                Settings = heard!.Settings,
                Allow = heard.Allow,
                Rows = heard.Rows,
            },
            heard
        );
        Assert.Equal("secret", heard.Settings["Key"]);
        Assert.Equal(("GET /", "server"), (Assert.Single(ready.Ready!.Rows), ready.Ready.Gateway));
        Assert.Null(ready.Ready.Settled);
        Assert.Equal(7, slice.Answer);
        Assert.True(slice.Slice!.Successes > 0);
        Assert.Equal((8, 10), (open.Answer!.Value, open.Open!.Requests));
    }

    [Fact]
    public async Task Why_it_can_not_start_is_told()
    {
        var arm = RunAsync(_ => throw new TargetStartException("no such gateway"));
        await TellAsync(_order.ToLine());

        var output = new StreamReader(_fromArm.Reader.AsStream());
        Assert.Equal("told: no such gateway", (await NextAsync(output)).Failure);
        Assert.False(await arm);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_not_explained_away()
    {
        var arm = RunAsync(_ => throw new NotSupportedException("a bug"));
        await TellAsync(_order.ToLine());

        await Assert.ThrowsAsync<NotSupportedException>(() => arm);
    }

    [Fact]
    public void Lines_that_something_else_printed_are_none_of_its()
    {
        var message = new ArmMessage { Failure = "x" };

        Assert.Equal(message, ArmMessage.Parse(message.ToLine("token"), "token"));
        Assert.Null(ArmMessage.Parse("hello", "token"));
    }

    private Task<bool> RunAsync(Func<ArmOrder, Task<ArmSetup>> prepare) =>
        ArmProgram.RunAsync(
            new StreamReader(_toArm.Reader.AsStream()),
            _fromArm.Writer.AsStream(),
            (order, _) => prepare(order),
            failure => failure is TargetStartException ? $"told: {failure.Message}" : null
        );

    private async Task TellAsync(string line)
    {
        await using var input = new StreamWriter(_toArm.Writer.AsStream(leaveOpen: true));
        await input.WriteLineAsync(line);
    }

    private static async Task<ArmMessage> NextAsync(StreamReader output)
    {
        while (true)
        {
            var line = await output.ReadLineAsync(TestContext.Current.CancellationToken);
            if (ArmMessage.Parse(line!, _order.Token) is { } message)
            {
                return message;
            }
        }
    }
}
