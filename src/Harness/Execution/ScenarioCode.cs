namespace GatewayBench;

/// <summary>Runs what a scenario brings of its own, whose exceptions are mistakes of the scenario.</summary>
internal static class ScenarioCode
{
    public const int NoCheck = -1;

    /// <summary>Makes the user's next request, with all that the user always sends.</summary>
    /// <exception cref="ScenarioException">It could not.</exception>
    public static HttpRequestMessage Request(Scenario scenario, User user)
    {
        try
        {
            var request = scenario.Request(user);
            user.Prepare(request);
            return request;
        }
        catch (Exception e)
        {
            throw new ScenarioException(
                $"Scenario '{scenario.Name}' could not make a request: {e.Message}",
                e
            );
        }
    }

    /// <exception cref="ScenarioException">It could not.</exception>
    public static string Message(Scenario scenario, SocketForm form, User user)
    {
        try
        {
            return form.Message(user) ?? throw new InvalidOperationException("it is null.");
        }
        catch (Exception e)
        {
            throw new ScenarioException(
                $"Scenario '{scenario.Name}' could not make a message: {e.Message}",
                e
            );
        }
    }

    /// <summary>Whether a whole, successful answer is one indeed; if so, metrics and the user read it.</summary>
    /// <param name="scenario">Whose answer it is.</param>
    /// <param name="user">Holds it.</param>
    /// <param name="metrics">Takes what the scenario's metrics read.</param>
    /// <param name="failedCheck">The position of the check that it failed, or <see cref="NoCheck"/>.</param>
    /// <exception cref="ScenarioException">The scenario's code failed.</exception>
    public static Outcome Judge(
        Scenario scenario,
        User user,
        Span<long> metrics,
        out int failedCheck
    )
    {
        failedCheck = NoCheck;
        if (user.Reply.HasForeignMarker)
        {
            return Outcome.CrossSession;
        }
        failedCheck = FirstFailure(scenario, user.Reply);
        if (failedCheck != NoCheck)
        {
            return Outcome.BadBody;
        }
        for (var i = 0; i < metrics.Length; i++)
        {
            metrics[i] = Read(scenario.Metrics[i], user.Reply);
        }
        for (var i = 0; i < scenario.Actions.Count; i++)
        {
            Act(scenario, scenario.Actions[i], user);
        }
        return Outcome.Success;
    }

    /// <exception cref="ScenarioException">The scenario's code failed.</exception>
    public static bool IsDone(Scenario scenario, UntilForm form, User user)
    {
        try
        {
            return form.IsDone(user.Reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException($"The end of '{scenario.Name}' threw: {e.Message}", e);
        }
    }

    /// <exception cref="ScenarioException">The scenario's code failed.</exception>
    public static bool Is(
        Scenario scenario,
        Func<SocketMessage, bool> what,
        ReadOnlySpan<byte> message
    )
    {
        try
        {
            return what(new SocketMessage(message));
        }
        catch (Exception e)
        {
            throw new ScenarioException(
                $"Scenario '{scenario.Name}' threw over a message: {e.Message}",
                e
            );
        }
    }

    private static int FirstFailure(Scenario scenario, Reply reply)
    {
        var checks = scenario.Checks;
        for (var i = 0; i < checks.Count; i++)
        {
            if (!Passes(checks[i], reply))
            {
                return i;
            }
        }
        return NoCheck;
    }

    private static bool Passes(Check check, Reply reply)
    {
        try
        {
            return check.Passes(reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException($"Check '{check.Name}' threw: {e.Message}", e);
        }
    }

    private static long Read(CustomMetric metric, Reply reply)
    {
        long value;
        try
        {
            value = metric.Read(reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException($"Metric '{metric.Name}' threw: {e.Message}", e);
        }
        return value >= 0
            ? value
            : throw new ScenarioException($"Metric '{metric.Name}' is {value}; allowed: from 0.");
    }

    private static void Act(Scenario scenario, Action<User, Reply> action, User user)
    {
        try
        {
            action(user, user.Reply);
        }
        catch (Exception e)
        {
            throw new ScenarioException(
                $"What follows a reply of '{scenario.Name}' threw: {e.Message}",
                e
            );
        }
    }
}
