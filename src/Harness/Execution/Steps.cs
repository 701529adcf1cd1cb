namespace GatewayBench;

/// <summary>Makes the steps of one user.</summary>
internal static class Steps
{
    public static IStep Of(PartRun run, User user)
    {
        var step = WithoutPrelude(run, user);
        return run.Prelude is { } prelude ? new PreludedStep(run, Part(prelude, user), step) : step;
    }

    public static async ValueTask DisposeAllAsync(this IStep[] steps)
    {
        foreach (var step in steps)
        {
            await step.DisposeAsync();
        }
    }

    private static IStep WithoutPrelude(PartRun run, User user) =>
        run.Scenario.Form switch
        {
            HttpForm => new Exchange(run, user),
            SequenceForm => new SequenceSteps(run, user, Parts(run, user)),
            MixForm mix => new MixSteps(run, mix, Parts(run, user)),
            UntilForm until => new UntilStep(run, until, user, Part(run.Parts[0], user)),
            SocketForm form => Socket(run, form, user),
            var other => throw new NotSupportedException($"No step for {other.Kind}."),
        };

    private static PreludedStep Socket(PartRun run, SocketForm form, User user)
    {
        var socket = new UserSocket(run.Clock, run.Cancelled);
        var connect = new SocketOpening(run.Parts[0], form, user, socket);
        return new PreludedStep(
            run,
            new PartStep(run.Parts[0], connect),
            new SocketTurn(run, form, user, socket),
            () => socket.IsOpen
        );
    }

    private static IStep[] Parts(PartRun run, User user) =>
        [.. run.Parts.Select(part => Part(part, user))];

    private static PartStep Part(PartRun part, User user) => new(part, Of(part, user));
}
