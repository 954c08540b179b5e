-- The sample database of the playground: three tables of a shop that delivers meals, and the user
-- with which a catalog reads them. Run once by a superuser in the database "postgres".

BEGIN;

CREATE TABLE public.restaurants (
  restaurant_id integer PRIMARY KEY,
  type text NOT NULL,
  rating integer,
  average_price integer,
  restaurant_address text NOT NULL
);

CREATE TABLE public.users (
  user_id integer PRIMARY KEY,
  total_orders integer NOT NULL,
  last_order_id integer,
  premium boolean NOT NULL,
  user_address text NOT NULL
);

CREATE TABLE public.orders (
  order_id integer PRIMARY KEY,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  restaurant_id integer NOT NULL REFERENCES public.restaurants (restaurant_id),
  user_id integer NOT NULL REFERENCES public.users (user_id),
  last_update timestamp with time zone
);

COMMENT ON TABLE public.restaurants IS 'Restaurants that take orders';
COMMENT ON COLUMN public.restaurants.type IS 'Kind of kitchen';
COMMENT ON COLUMN public.restaurants.rating IS 'Mean of the guests'' ratings, 1 to 5';
COMMENT ON COLUMN public.restaurants.average_price IS 'Mean price of an order in euros';
COMMENT ON COLUMN public.restaurants.restaurant_address IS 'Where orders are collected';

COMMENT ON TABLE public.users IS 'People who order';
COMMENT ON COLUMN public.users.total_orders IS 'Number of orders so far';
COMMENT ON COLUMN public.users.last_order_id IS 'The most recent order; empty before the first';
COMMENT ON COLUMN public.users.premium IS 'Whether deliveries are free of charge';
COMMENT ON COLUMN public.users.user_address IS 'Where orders are delivered';

COMMENT ON TABLE public.orders IS 'Orders, delivered or under way';
COMMENT ON COLUMN public.orders.created_at IS 'When the order was placed';
COMMENT ON COLUMN public.orders.last_update IS 'When the courier last reported; empty at first';

INSERT INTO public.restaurants VALUES
  (1, 'ramen', 5, 18, 'Lindengasse 4'),
  (2, 'pizza', 4, 14, 'Marktplatz 11'),
  (3, 'falafel', NULL, 9, 'Am Kanal 2');

INSERT INTO public.users VALUES
  (1, 2, 3, true, 'Uferweg 30'),
  (2, 1, 2, false, 'Bergstraße 7'),
  (3, 0, NULL, false, 'Hafenallee 15');

INSERT INTO public.orders VALUES
  (1, '2024-03-01 18:02:11+00', 1, 1, '2024-03-01 18:31:40+00'),
  (2, '2024-03-01 18:20:57+00', 2, 2, '2024-03-01 18:44:03+00'),
  (3, '2024-03-02 11:49:30+00', 3, 1, NULL);

CREATE USER openmetadata_user WITH PASSWORD 'password';
GRANT CONNECT ON DATABASE postgres TO openmetadata_user;
GRANT USAGE ON SCHEMA public TO openmetadata_user;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO openmetadata_user;
GRANT pg_read_all_stats TO openmetadata_user;

COMMIT;

-- Statistics of queries, where the server has the extension and has loaded its library.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_stat_statements')
    AND current_setting('shared_preload_libraries') LIKE '%pg_stat_statements%'
  THEN
    CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
  END IF;
END
$$;
