using System.Diagnostics;
using OpenTelemetry;

namespace Gateway;

/// <summary>
/// Leaves out what belongs to the requests of another host in this process: sources of activities,
/// unlike meters, know no scope, but each host makes its own.
/// </summary>
internal sealed class HostActivities(ActivitySource requests) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        var root = data;
        while (root.Parent is { } parent)
        {
            root = parent;
        }
        if (root.Source.Name == requests.Name && !ReferenceEquals(root.Source, requests))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
