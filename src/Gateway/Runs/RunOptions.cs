using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Runs</c>: how many runs wait and work, and what is remembered of them.</summary>
internal sealed class RunOptions
{
    public const string Section = "Runs";

    /// <summary>Most runs that wait for their turn, 1 to 100,000; more are refused. Default 1,000.</summary>
    public int MaxQueued { get; set; } = 1000;

    /// <summary>
    /// Most runs of one owner that wait, 1 to 100,000; more are refused. Default 500. Doesn't count
    /// while nobody has to say who they are.
    /// </summary>
    public int MaxQueuedPerOwner { get; set; } = 500;

    /// <summary>Most runs that work at once, 1 to 1,000. Default 32.</summary>
    public int MaxConcurrent { get; set; } = 32;

    /// <summary>
    /// Most runs of one owner that work at once, 1 to 1,000. Default 16. Doesn't count while nobody has
    /// to say who they are.
    /// </summary>
    public int MaxConcurrentPerOwner { get; set; } = 16;

    /// <summary>Latest events kept of a run, 16 to 100,000. Default 4,096.</summary>
    public int MaxEvents { get; set; } = 4096;

    /// <summary>Latest ended runs whose events are kept, 0 to 10,000. Default 100.</summary>
    public int MaxEndedLogs { get; set; } = 100;

    /// <summary>
    /// The gateway's name in the store: after a restart it takes up the runs of this name. Gateways
    /// that share a store need different ones. Default the machine's name.
    /// </summary>
    public string Instance { get; set; } = Environment.MachineName;

    internal sealed class Validator : IValidateOptions<RunOptions>
    {
        public ValidateOptionsResult Validate(string? name, RunOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            failures.RequireRange(Key(nameof(MaxQueued)), options.MaxQueued, 1, 100_000);
            failures.RequireRange(
                Key(nameof(MaxQueuedPerOwner)),
                options.MaxQueuedPerOwner,
                1,
                100_000
            );
            failures.RequireRange(Key(nameof(MaxConcurrent)), options.MaxConcurrent, 1, 1000);
            failures.RequireRange(
                Key(nameof(MaxConcurrentPerOwner)),
                options.MaxConcurrentPerOwner,
                1,
                1000
            );
            failures.RequireRange(Key(nameof(MaxEvents)), options.MaxEvents, 16, 100_000);
            failures.RequireRange(Key(nameof(MaxEndedLogs)), options.MaxEndedLogs, 0, 10_000);
            if (string.IsNullOrWhiteSpace(options.Instance))
            {
                failures.Refuse(
                    Key(nameof(Instance)),
                    options.Instance,
                    "a name that is not blank"
                );
            }
            return failures.Build();
        }

        private static string Key(string property) => $"{Section}:{property}";
    }
}
