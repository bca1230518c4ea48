using IndustrialMap.Live.Grains;
using Microsoft.AspNetCore.SignalR;

namespace IndustrialMap.Live.Server.LiveViews;

internal sealed partial class LiveHub
{
    /// <summary>A command; a refusal is an answer, too.</summary>
    public async Task<CommandAnswer> Send(string id, CommandRequest request)
    {
        if (!request.HasGoodId) throw new HubException("bad_command_id");
        try
        {
            return await gateway.Send(await Find(id), request, Context.User!);
        }
        catch (Exception failure) when (ProblemExceptionHandler.IsJournal(failure))
        {
            throw new HubException("journal_unavailable", failure);
        }
        catch (OutcomeUnknownException failure)
        {
            throw new HubException("outcome_unknown", failure);
        }
    }
}
