using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The option that gives SLOs, whose errors show where in one it goes wrong.</summary>
internal static class SloOption
{
    public static Option<Slo[]> Create() =>
        new("--slo")
        {
            HelpName = "expression",
            Description =
                "What the result is judged by, such as \"p95<800ms\" or \"errors<1%\", in quotes; can "
                + "be given again.",
            CustomParser = result =>
            {
                var slos = new List<Slo>();
                foreach (var token in result.Tokens)
                {
                    try
                    {
                        slos.Add(Slo.Parse(token.Value));
                    }
                    catch (SloException e)
                    {
                        result.AddError($"--slo: {e.Message}");
                    }
                }
                return [.. slos];
            },
        };
}
