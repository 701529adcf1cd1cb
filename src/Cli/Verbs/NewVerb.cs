using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench new</c>: a project of load tests, ready to run.</summary>
internal sealed class NewVerb : Command
{
    private readonly Option<string> _gateway = OptionOf.Text(
        "--gateway",
        "project",
        "The project file of your gateway. [default: a small gateway is written too]"
    );

    private readonly Option<string> _out = OptionOf.Text(
        "--out",
        "folder",
        "Where the files go. [default: a folder of the project's name; without --gateway this one]"
    );

    private readonly Option<string> _name = OptionOf.Text(
        "--name",
        "name",
        "What the project is called. [default: as the gateway, and .LoadTests]"
    );

    private readonly Option<string> _feed = OptionOf.Text(
        "--feed",
        "folder",
        "A folder with the packages of GatewayBench, for a nuget.config. [default: none is written]"
    );

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Write into a folder that is not empty, and replace files of the same name.",
    };

    public NewVerb()
        : base(
            "new",
            "Writes an xUnit project that loads your gateway beside the fake provider: a load test, a "
                + "fast test, and packages of this version. Where versions are managed centrally they go to "
                + "Directory.Packages.props. Exit codes: 0 written, 2 wrong usage, or a folder that can't "
                + "be written."
        )
    {
        Option[] all = [_gateway, _out, _name, _feed, _force];
        Array.ForEach(all, Add);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var gateway = parsed.GetValue(_gateway) is { } path
            ? GatewayProject.Read(_gateway.Name, path)
            : null;
        var name = ProjectNameOf(parsed, gateway?.Name ?? Template.Gateway);
        var folder = parsed.GetValue(_out) ?? (gateway is null ? "." : name);
        try
        {
            var plan = Plan(parsed, new NewFolder(Path.GetFullPath(folder)), name, gateway);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var file in plan.Write())
            {
                output.WriteLine(file);
            }
            NextSteps.Tell(output, folder, gateway);
            return ExitCodes.Success;
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(
                $"{_out.Name} is '{folder}', which can't be written; allowed: a folder that can be, with "
                    + $"room. {e.Message}"
            );
        }
    }

    private string ProjectNameOf(ParseResult parsed, string gateway)
    {
        var name = parsed.GetValue(_name) ?? ProjectName.After(gateway);
        if (!ProjectName.IsOne(name))
        {
            throw new UsageException($"{_name.Name} is '{name}'; allowed: {ProjectName.Allowed}.");
        }
        return string.Equals(name, gateway, StringComparison.OrdinalIgnoreCase)
            ? throw new UsageException(
                $"{_name.Name} is '{name}', as the gateway is called; allowed: another name."
            )
            : name;
    }

    private NewPlan Plan(ParseResult parsed, NewFolder folder, string name, GatewayProject? gateway)
    {
        if (gateway is not null && folder.IsIn(gateway.Folder))
        {
            throw new UsageException(
                $"{_out.Name} is '{folder.Path}', inside the gateway's own folder, whose build would take "
                    + "these files for its own; allowed: a folder outside of it."
            );
        }
        var version = GatewayInfo.VersionOf(typeof(NewVerb).Assembly)!;
        var plan = NewPlan.Of(folder, name, gateway, version);
        if (parsed.GetValue(_feed) is { } feed)
        {
            plan = plan.With(FeedFile.Of(_feed.Name, feed, folder.Path, version));
        }
        if (!parsed.GetValue(_force))
        {
            folder.RequireEmpty(_out.Name, _force.Name);
            folder.RequireAbsent(plan.Files, _force.Name);
        }
        return plan;
    }
}
