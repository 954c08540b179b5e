"""Users, teams and bots, through the official client."""

from metadata.generated.schema.api.createBot import CreateBot
from metadata.generated.schema.api.teams.createTeam import CreateTeamRequest
from metadata.generated.schema.api.teams.createUser import CreateUserRequest
from metadata.generated.schema.entity.bot import Bot
from metadata.generated.schema.entity.teams.team import Team
from metadata.generated.schema.entity.teams.user import User

from entity_life import live, names
from official_client import connect, report, watched


def run(client):
    user = CreateUserRequest(name="anna", email="anna@example.org", description="writes")
    seen = {"user": live(client, User, user)}
    anna = client.get_by_name(entity=User, fqn="anna")
    team = CreateTeamRequest(name="data", teamType="Group", users=[anna.id], description="all of us")
    seen["team"] = live(client, Team, team)
    read = client.get_by_name(entity=Team, fqn="data", fields=["users"])
    seen["users"] = names(read.users)
    account = CreateUserRequest(
        name="robot",
        email="robot@example.org",
        isBot=True,
        authenticationMechanism={"authType": "JWT", "config": {"JWTTokenExpiry": "Unlimited"}},
    )
    client.create_or_update(account)
    bot = CreateBot(name="robot", botUser="robot", description="works at night")
    seen["bot"] = live(client, Bot, bot)
    return seen


if __name__ == "__main__":
    with watched():
        report(run(connect()))
