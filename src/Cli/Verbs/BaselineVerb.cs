using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench baseline</c>: what a gateway did on this machine, kept and compared.</summary>
internal sealed class BaselineVerb : Command
{
    public BaselineVerb()
        : base(
            "baseline",
            "Keeps what was measured on each machine, and compares new results with it."
        )
    {
        Add(new BaselineRecordVerb());
        Add(new BaselineCheckVerb());
        Add(new BaselineListVerb());
    }

    /// <summary>The folder that baselines are kept in.</summary>
    public static Option<string> StoreOption()
    {
        var option = OptionOf.Text(
            "--store",
            "folder",
            "The folder with a file of baselines for each machine."
        );
        option.DefaultValueFactory = _ => BaselineStore.UsualFolder;
        return option;
    }
}
